// How a surface becomes the form by which it is compared. A plural ending stays: whether "James" or "Shaws"
// is one can only be told by who is known, so Assignment::find() tries without it.
#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "resolve/entities.hpp"
#include "resolve/person_name.hpp"
#include "words/spoken_digits.hpp"

namespace moniker::resolve {
namespace {

// Sorted. Written with separators or without, it is the same number.
constexpr std::array codes = std::to_array<std::string_view>({"ID", "NHS_NUMBER", "PHONE", "POSTCODE"});
constexpr std::array addresses = std::to_array<std::string_view>({"EMAIL", "URL"});

template <class Table>
bool among(const Table& table, std::string_view label) {
  return std::binary_search(table.begin(), table.end(), label);
}

std::string code_form(std::string_view label, std::string_view surface) {
  std::string form;
  for (const std::string& word : words::spoken_to_digits(folded_words(surface))) {
    for (const char c : word) {
      if (c != '-' && c != '\'') form += c;
    }
  }
  // +44 20..., 0044 20... and 020... are one telephone.
  if (label == "PHONE") {
    const std::size_t country = form.starts_with("0044") ? 4 : form.starts_with("44") && form.size() > 10 ? 2 : 0;
    if (country != 0) form = (form[country] == '0' ? "" : "0") + form.substr(country);
  }
  return form;
}

std::string address_form(std::string_view surface) {
  std::string form = fold(surface);
  std::erase(form, ' ');
  while (!form.empty() && std::string_view(".,;:!?)>'\"/").find(form.back()) != std::string_view::npos) form.pop_back();
  while (!form.empty() && std::string_view("(<'\"").find(form.front()) != std::string_view::npos) form.erase(0, 1);
  return form;
}

std::string words_form(std::string_view label, std::string_view surface, const words::Language& language) {
  std::vector<std::string> words = folded_words(surface);
  if ((label == "ORG" || label == "LOCATION") && words.size() > 1 && language.articles.contains(words.front()))
    words.erase(words.begin());
  if (!words.empty()) words.back() = without_possessive(std::move(words.back()));
  std::string form;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (!form.empty()) form += ' ';
    form += word;
  }
  return form;
}

}  // namespace

bool is_joined(std::string_view label) { return among(codes, label) || among(addresses, label); }

std::string normal_form(std::string_view label, std::string_view surface, const words::Language& language) {
  if (label == "PERSON") return parse_person(surface, language).form();
  if (among(codes, label)) return code_form(label, surface);
  if (among(addresses, label)) return address_form(surface);
  return words_form(label, surface, language);
}

}  // namespace moniker::resolve
