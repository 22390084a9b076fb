#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace moniker::words {

/// Which of many words may be within one or two edits of a given one that begins with the same byte: a look-up instead
/// of a comparison with each. Two words so near have a common form that is left when as many letters are taken away
/// from each (Garbe, W.: SymSpell, 2012), so the hashes of all such forms are kept.
class SpellingIndex {
 public:
  /// `edits`: 1 or 2, how far a word may be from this one.
  void add(std::string_view word, std::size_t edits, std::uint32_t number);
  /// Between the last add() and the first collect().
  void ready();
  /// Numbers of all words that are near enough, and of some that are not; some more than once.
  void collect(std::string_view word, std::size_t edits, std::vector<std::uint32_t>& numbers) const;

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> forms_{};  // hash, number
};

}  // namespace moniker::words
