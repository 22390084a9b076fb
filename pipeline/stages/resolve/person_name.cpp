// A person's name as somebody said it, taken apart: titles off, "Shaw, Katherine" turned round, initials joined, the
// possessive gone. What a title tells is kept (gender, whether surname or given name follows) and is part of the key,
// as Mrs Shaw and Mr Shaw are two forms. Titles vanish from the form, so a word that may be somebody's name (Dean, Nan)
// is none.
#include "resolve/person_name.hpp"

#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker::resolve {
namespace {

/// What stands before a name and is no part of it; "the" Shaws goes with either part of a name.
std::optional<words::Title> title_of(std::string_view word, const words::Language& language) {
  if (language.articles.contains(word)) return words::Title{};
  const auto found = language.titles.find(word);
  return found == language.titles.end() || found->second.behind ? std::nullopt : std::optional(found->second);
}

bool stands_behind(std::string_view word, const words::Language& language) {
  const auto found = language.titles.find(word);
  return found != language.titles.end() && found->second.behind;
}

/// Titles go while a word is left that they can go with.
void drop_titles(PersonName& name, const words::Language& language) {
  std::size_t n = 0;
  for (; n + 1 < name.words.size(); ++n) {
    const auto title = title_of(name.words[n], language);
    if (!title) break;
    if (title->gender != 0) name.gender = title->gender;
    name.by_surname |= title->goes_with == 's';
    name.by_given |= title->goes_with == 'g';
  }
  name.words.erase(name.words.begin(), name.words.begin() + static_cast<std::ptrdiff_t>(n));
  while (name.words.size() > 1 && stands_behind(name.words.back(), language)) name.words.pop_back();
}

/// "Shaw, Katherine" is Katherine Shaw; "Kate, Kath" is not, but nobody marks that as one name.
void turn_round(PersonName& name, std::string_view surface) {
  const auto comma = surface.find(',');
  if (comma == std::string_view::npos || surface.find(',', comma + 1) != std::string_view::npos) return;
  const std::size_t before = folded_words(surface.substr(0, comma)).size();
  if (before == 0 || before >= name.words.size()) return;
  std::rotate(name.words.begin(), name.words.begin() + static_cast<std::ptrdiff_t>(before), name.words.end());
}

bool all_capitals(std::string_view surface) {
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    if (c.length == 0 || is_lower(c.value)) return false;
    at += c.length;
  }
  return true;
}

bool single_letters(const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [](const std::string& word) { return word.size() == 1; });
}

void join_initials(PersonName& name, std::string_view surface) {
  if (name.words.size() > 1 && single_letters(name.words)) {
    std::string joined;
    for (const std::string& word : name.words) joined += word;
    name.words = {joined};
    name.initials = true;
  } else if (name.words.size() == 1 && (name.words[0].size() == 2 || name.words[0].size() == 3)) {
    name.initials = all_capitals(surface);
  }
}

}  // namespace

std::string_view untagged(std::string_view key) {
  const auto colon = key.find(':');
  return colon <= 3 ? key.substr(colon + 1) : key;  // where there is none it is npos
}

std::string without_possessive(std::string folded) {
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  while (folded.ends_with('\'')) folded.pop_back();
  return folded;
}

std::string PersonName::form() const {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::string squashed(const std::vector<std::string>& words) {
  std::string letters;
  for (const std::string& word : words) {
    for (const char c : word) {
      if (c != '-' && c != '\'' && c != '.') letters += c;
    }
  }
  return letters;
}

std::string PersonName::squashed() const { return resolve::squashed(words); }

std::string PersonName::key() const {
  if (words.empty()) return {};
  std::string tags;
  if (gender != 0) tags += gender;
  if (by_surname) tags += 's';
  if (by_given) tags += 'g';
  if (initials) tags += 'i';
  return tags.empty() ? form() : tags + ':' + form();
}

PersonName PersonName::untitled() const {
  PersonName plain = *this;
  plain.gender = 0;
  plain.by_surname = plain.by_given = false;
  return plain;
}

bool is_title(std::string_view folded, const words::Language& language) {
  return title_of(folded, language) || stands_behind(folded, language);
}

PersonName parse_person(std::string_view surface, const words::Language& language) {
  PersonName name;
  name.words = folded_words(surface);
  turn_round(name, surface);
  if (!name.words.empty()) name.words.back() = without_possessive(std::move(name.words.back()));
  drop_titles(name, language);
  std::erase_if(name.words, [](const std::string& word) { return word.empty(); });
  join_initials(name, surface);
  return name;
}

}  // namespace moniker::resolve
