#include "report/name_notes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t name_lines_told = 20;

/// Not a title, by which somebody may be called (Miss), nor what has accents (Hà).
bool is_word_of_talk(const std::string& alias, const words::Language& language) {
  const std::string key = fold(alias);
  if (key.size() < 2 || key.size() != alias.size() || language.titles.contains(key)) return false;
  return language.articles.contains(key) || language.small_words.contains(key) || language.goes_on.contains(key) ||
         language.sentence_words.contains(key) || language.answers.contains(key) || language.fillers.contains(key);
}

void note(std::vector<std::string>& notes, std::string_view what, const std::vector<std::uint32_t>& lines) {
  if (lines.empty()) return;
  const std::size_t told = std::min(lines.size(), name_lines_told);
  const std::string more = lines.size() > told ? fmt::format(" and {} more", lines.size() - told) : "";
  notes.push_back(fmt::format("{}: line{} {}{}", what, lines.size() == 1 ? "" : "s",
                              fmt::join(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(told), ", "), more));
}

}  // namespace

std::vector<std::string> name_notes(const Register& people, const words::Language& language) {
  std::vector<std::uint32_t> nameless, wordy;
  for (const Participant& person : people.people) {
    if (person.line == 0 || person.withdrawn) continue;
    if (person.name.empty()) nameless.push_back(person.line);
    const auto is_word = [&](const std::string& alias) { return is_word_of_talk(alias, language); };
    if (std::any_of(person.aliases.begin(), person.aliases.end(), is_word)) wordy.push_back(person.line);
  }
  std::vector<std::string> notes;
  note(notes, "nobody is named, so a name of theirs is looked for nowhere", nameless);
  note(notes, "an alias is a word of any talk, which is masked where a name may stand", wordy);
  return notes;
}

}  // namespace moniker::study
