#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/wake_states.hpp"

namespace moniker::rules {

/// What a word says about matches that begin with it, or that touch it second: six rows of bits, one bit a rule.
///
///     ends_blank    a match may end within it or with the one blank behind it
///     goes_blank    ... may go on behind that blank
///     ends          a match may end within it or with any characters between words
///     goes          ... may go on with such a character
///     second_blank  a match that touched one word before, and one blank, can take this one
///     second        ... and any characters between words
///
/// For the last two a long word is read as far as tells most rules apart, and what is still possible there counts as
/// possible: endings of rare words would make states that are never met again. So what a pair of words wakes is one
/// line (woken()), and no rule that is not woken can match there.
class WakeRows {
 public:
  enum Row : std::size_t { ends_blank, goes_blank, ends, goes, second_blank, second };
  static constexpr std::size_t rows = 6;
  /// What stands between two words; `joined`: nothing, as before 's.
  enum class Between : std::uint8_t { blank, other, joined, end };

  /// `states`, of the program of `blocks` blocks of rules, must outlive it.
  WakeRows(WakeStates& states, std::size_t blocks) : states_(states), blocks_(blocks) {}
  /// Fills the rows of a word; false where no bit is set. Words are as words::WordScanner cuts them.
  bool of(std::string_view word, std::vector<std::uint64_t>& bits);

  /// The rules of one block that two words wake; null for a word without bits.
  static std::uint64_t woken(const std::uint64_t* word, const std::uint64_t* next, Between between, std::size_t block,
                             std::size_t blocks) {
    if (!word) return 0;
    const auto row = [&](Row which) { return word[which * blocks + block]; };
    const auto takes = [&](Row which) { return next ? next[which * blocks + block] : 0; };
    switch (between) {
      case Between::blank:
        return row(ends_blank) | (row(goes_blank) & takes(second_blank));
      case Between::other:
        return row(ends) | (row(goes) & takes(second));
      case Between::joined:
        return row(ends) | row(goes);
      case Between::end:
        break;
    }
    return row(ends);
  }

 private:
  using Bits = std::vector<std::uint64_t>;
  WakeStates::Number read(WakeStates::Number state, std::size_t from, std::size_t to);
  void read_second(WakeStates::Number start, std::size_t most, std::uint64_t* row);

  WakeStates& states_;
  const std::size_t blocks_;
  std::vector<std::uint8_t> text_{};  // the word at hand, as symbols
  std::vector<bool> of_word_{};       // whether each is a word's
  Bits ended_{};                      // rules of which a match may end in it
};

}  // namespace moniker::rules
