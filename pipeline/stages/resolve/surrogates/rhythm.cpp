#include "resolve/surrogates/rhythm.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "words/list_cells.hpp"
#include "words/list_file.hpp"

namespace moniker::resolve {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

/// Two vowels that are two syllables: Maria, Leo, Joshua.
bool parted(char a, char b) {
  return (a == 'i' && (b == 'a' || b == 'o' || b == 'u')) || (a == 'e' && b == 'o') || (a == 'u' && b == 'a');
}

std::size_t vowel_groups(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_vowel(word[i])) continue;
    const bool goes_on = i > 0 && is_vowel(word[i - 1]) && !parted(word[i - 1], word[i]);
    count += goes_on ? 0 : 1;
  }
  return count;
}

}  // namespace

Rhythm guessed_rhythm(std::string_view folded) {
  std::size_t syllables = vowel_groups(folded);
  const std::size_t size = folded.size();
  const bool silent = size > 2 && folded.back() == 'e' && !is_vowel(folded[size - 2]) &&
                      !(folded[size - 2] == 'l' && size > 3 && !is_vowel(folded[size - 3]));
  if (silent && syllables > 1) --syllables;
  syllables = std::clamp<std::size_t>(syllables, 1, 9);
  const bool open = size > 0 && std::string_view("aiou").find(folded.back()) != std::string_view::npos;
  const std::size_t stressed = syllables >= 3 && open ? syllables - 1 : 1;
  return {static_cast<std::uint8_t>(syllables), static_cast<std::uint8_t>(stressed)};
}

Rhythms Rhythms::load(const std::filesystem::path& lists) {
  constexpr std::uint64_t most = 9;
  Rhythms rhythms;
  const words::ListFile list = words::read_list_file(lists / "names/rhythm.tsv");
  words::each_row(list, {"name", "syllables", "stressed"}, [&](const words::ListRow& row) {
    rhythms.known_.try_emplace(fold(row.cells[0]),
                               Rhythm{static_cast<std::uint8_t>(words::number_in(list, row, 1, most)),
                                      static_cast<std::uint8_t>(words::number_in(list, row, 2, most))});
  });
  return rhythms;
}

Rhythm Rhythms::of(std::string_view folded) const {
  const auto found = known_.find(std::string(folded));
  return found == known_.end() ? guessed_rhythm(folded) : found->second;
}

}  // namespace moniker::resolve
