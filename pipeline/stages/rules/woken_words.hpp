#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/wake_rows.hpp"
#include "words/tokens.hpp"

namespace moniker::rules {

/// What the words of one vocabulary wake (WakeRows), by their numbers: worked out when a word is first asked for. Words
/// that say the same share their rows. Belongs to one thread and goes with the vocabulary's epoch.
class WokenWords {
 public:
  WokenWords(WakeStates& states, std::size_t blocks)
      : rows_(states, blocks), lines_((WakeRows::rows * blocks + 7) / 8) {}
  /// Whether another vocabulary begins with these words, so that nothing is known of their numbers any more.
  bool begin(const words::Words& words);
  /// Where the word's rows are; 0: it wakes nothing.
  std::uint32_t place_of(const words::Word& word) {
    if (word.number >= of_word_.size()) of_word_.resize(word.number + std::size_t{64}, unknown);
    const std::uint32_t known = of_word_[word.number];
    return known != unknown ? known : look_up(word);
  }
  /// Good until the next place_of(); null where there are none.
  const std::uint64_t* rows(std::uint32_t place) const { return place == 0 ? nullptr : all_[place - 1].bits.data(); }

 private:
  static constexpr std::uint32_t unknown = UINT32_MAX;
  /// Of a processor's cache: of up to 256 rules what a first word says fills one, and what a second says another.
  struct alignas(64) Line {
    std::array<std::uint64_t, 8> bits{};
  };
  std::uint32_t look_up(const words::Word& word);

  WakeRows rows_;
  const std::size_t lines_;                                             // that a word's rows take
  std::vector<std::uint32_t> of_word_{};                                // by Word::number
  std::vector<Line> all_{};                                             // one word's rows behind the other's
  std::unordered_multimap<std::uint64_t, std::uint32_t> known_rows_{};  // by their hash
  std::vector<std::uint64_t> row_{};                                    // of the word at hand
  std::uint32_t epoch_ = UINT32_MAX;
};

/// Pairs of words with one blank between them, by their numbers, of which something was found out; as many as there is
/// room for, each in the one place that it can have.
class NotedPairs {
 public:
  bool holds(std::uint32_t first, std::uint32_t second) const {
    return pairs_[place_of(first, second)] == key_of(first, second);
  }
  void note(std::uint32_t first, std::uint32_t second) { pairs_[place_of(first, second)] = key_of(first, second); }
  void clear() { pairs_.assign(most, 0); }

 private:
  static constexpr std::size_t most = std::size_t{1} << 15;
  static std::uint64_t key_of(std::uint32_t first, std::uint32_t second) {
    return (std::uint64_t{first} << 32 | second) + 1;  // 0: none
  }
  static std::size_t place_of(std::uint32_t first, std::uint32_t second) {
    return (key_of(first, second) * 0x9E3779B97F4A7C15ULL) >> 49;
  }
  std::vector<std::uint64_t> pairs_ = std::vector<std::uint64_t>(most);
};

}  // namespace moniker::rules
