#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/wake_program.hpp"

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
/// So what a pair of words wakes is one line (woken()), and no rule that is not woken can match there.
class WakeRows {
 public:
  enum Row : std::size_t { ends_blank, goes_blank, ends, goes, second_blank, second };
  static constexpr std::size_t rows = 6;
  /// What stands between two words; `joined`: nothing, as before 's.
  enum class Between : std::uint8_t { blank, other, joined, end };

  explicit WakeRows(const WakeProgram& program);
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
  /// The nodes that wait for a character after what was read, as the automaton's state; made when it is first reached.
  struct State {
    std::vector<std::uint32_t> nodes{};  // ascending
    Bits done{};                         // rules of which a match may end here
    bool any_done = false, known = false;
    std::array<std::uint32_t, symbols> next{};  // a number plus 1; 0: not made yet
    Bits behind{};  // once `known`: what this says of a word that ends here, as the first four rows
  };

  std::uint32_t step(std::uint32_t state, std::size_t symbol);
  std::uint32_t state_of(std::vector<std::uint32_t> nodes, Bits done);
  const Bits& behind(std::uint32_t state);
  void read(std::uint32_t state, std::size_t from, Bits& ended, const Bits*& behind_it);
  void begin_again();
  std::uint32_t next_round();

  const WakeProgram& program_;
  const std::size_t blocks_;
  std::deque<State> states_{};
  std::unordered_map<std::string, std::uint32_t> numbers_{};  // of states, by their nodes and rules
  std::vector<std::uint32_t> seen_;                           // by node: WakeProgram::follow
  std::uint32_t round_ = 0;
  std::vector<std::uint8_t> text_{};  // the word at hand, as symbols
  std::vector<bool> of_word_{};       // whether each is a word's
  Bits ended_{};
};

}  // namespace moniker::rules
