// How a surface becomes the form by which it is compared. A plural ending stays: whether "James" or "Shaws"
// is one can only be told by who is known, so Assignment::find() tries without it.
#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "resolve/entities.hpp"
#include "resolve/person_name.hpp"
#include "words/compound_ending.hpp"
#include "words/spoken_number.hpp"

namespace moniker::resolve {
namespace {

std::string code_form(Meaning means, std::string_view surface, const words::Language& language) {
  std::string form;
  for (const std::string& word : words::spoken_to_digits(folded_words(surface), language.numbers)) {
    for (const char c : word) {
      if (c != '-' && c != '\'') form += c;
    }
  }
  // +44 20..., 0044 20... and 020... are one telephone.
  if (means == Meaning::telephone) {
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

std::string words_form(Meaning means, std::string_view surface, const words::Language& language) {
  std::vector<std::string> words = folded_words(surface);
  const bool has_article = means == Meaning::organisation || means == Meaning::place;
  if (has_article && words.size() > 1 && language.articles.contains(words.front())) words.erase(words.begin());
  if (!words.empty()) {
    words.back() = without_possessive(std::move(words.back()));
    words.back().resize(words.back().size() - words::compound_ending(words.back()));
  }
  std::string form;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (!form.empty()) form += ' ';
    form += word;
  }
  return form;
}

}  // namespace

std::string normal_form(Meaning means, std::string_view surface, const words::Language& language) {
  if (means == Meaning::person) return parse_person(surface, language).form();
  if (means == Meaning::email || means == Meaning::web_address) return address_form(surface);
  return is_joined(means) ? code_form(means, surface, language) : words_form(means, surface, language);
}

}  // namespace moniker::resolve
