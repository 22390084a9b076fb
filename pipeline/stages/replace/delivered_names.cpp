#include "replace/delivered_names.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "moniker/entity.hpp"
#include "words/role_label.hpp"

namespace moniker::replace {
namespace {

bool of_name(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }
bool of_word(char c) { return of_name(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// "PERSON_2" -> "PERSON", "ID04" -> "ID".
std::string_view without_number(std::string_view word) {
  return word.substr(0, word.find_last_not_of("0123456789") + 1);
}

bool bracketed(std::string_view text, ByteRange word) {
  if (word.begin == 0 || word.end >= text.size()) return false;
  const char before = text[word.begin - 1], after = text[word.end];
  return (before == '[' && after == ']') || (before == '<' && after == '>') || (before == '{' && after == '}');
}

/// The A of "[town A, Yorkshire]" and "[hospital A]".
bool letters_of_a_description(std::string_view text, ByteRange word) {
  constexpr std::size_t most_letters = 3, longest = 40;
  const std::string_view letters = text.substr(word.begin, word.size());
  if (word.size() > most_letters || letters.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos)
    return false;
  if (word.end >= text.size() || (text[word.end] != ']' && text[word.end] != ',')) return false;
  const std::size_t open = text.substr(0, word.begin).rfind('[');
  if (open == std::string_view::npos || word.begin - open > longest) return false;
  const std::string_view kind = text.substr(open + 1, word.begin - open - 1);
  const auto in_a_kind = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' '; };
  const bool small = std::any_of(kind.begin(), kind.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return small && kind.ends_with(' ') && std::all_of(kind.begin(), kind.end(), in_a_kind) &&
         (kind.front() < 'A' || kind.front() > 'Z' || kind.starts_with("NHS ") || kind.starts_with("GP "));
}

}  // namespace

DeliveredNames::DeliveredNames(const Labels& labels, const std::vector<std::string>& prefixes)
    : prefixes_(prefixes.begin(), prefixes.end()) {
  for (const Label& label : labels) labels_.insert(label.name);
  prefixes_.erase("");
}

bool DeliveredNames::is_one(std::string_view word) const {
  if (word == tombstone) return true;
  const std::string_view stem = without_number(word);
  if (stem.size() == word.size()) return false;
  if (stem.ends_with('_')) return labels_.contains(std::string(stem.substr(0, stem.size() - 1)));
  return prefixes_.contains(std::string(stem)) && (stem.size() > 1 || word.size() > 2);
}

std::vector<ByteRange> DeliveredNames::in(std::string_view text) const {
  std::vector<ByteRange> found;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!of_word(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    bool name = true;
    while (end < text.size() && of_word(text[end])) name = of_name(text[end++]) && name;
    const ByteRange bytes{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view word = text.substr(begin, end - begin);
    if (name && (is_one(word) || (bracketed(text, bytes) && labels_.contains(std::string(word))) ||
                 letters_of_a_description(text, bytes)))
      found.push_back(bytes);
    begin = end;
  }
  return found;
}

namespace {

/// Whether what stands between brackets says what was taken out: [name removed], [place name 2], [Participant 3].
bool is_mask(std::string_view inside, const words::Language& language) {
  const auto words = folded_words(inside);
  bool says = words::tells_role(inside, language) && words.size() > 1;
  for (const std::string& word : words) {
    const bool mask = language.masked.contains(word) || language.stand_ins.contains(word);
    if (!mask && !is_number(word) && !language.roles.contains(word)) return false;
    says |= mask;
  }
  return says;
}

bool is_run_of_x(std::string_view word) {
  return word.size() >= 3 && word.find_first_not_of(word.front()) == std::string_view::npos &&
         (word.front() == 'X' || word.front() == 'x');
}

}  // namespace

std::size_t count_masks(std::string_view text, const words::Language& language) {
  constexpr std::size_t longest = 40;
  std::size_t count = 0;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t end = text.find(']', at);
    if (end != std::string_view::npos && end - at < longest && is_mask(text.substr(at + 1, end - at - 1), language))
      ++count;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && of_word(text[end])) ++end;
    count += is_run_of_x(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return count;
}

std::string told_apart(std::string_view word) { return "DELIVERED_" + std::string(word); }

}  // namespace moniker::replace
