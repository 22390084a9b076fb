#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/wake_program.hpp"
#include "rules/wake_states.hpp"
#include "rules/warm_words.hpp"
#include "words/tokens.hpp"

namespace moniker::rules {

/// What the words of one vocabulary begin, by their numbers: worked out when a word is first asked for, by running the
/// automata of the rules of a kind through it; those that few texts need are run through few words. Few rules get
/// through a word, and fewer through the blank behind it and the next word's first letters: so a word says, too, which
/// those are. Words that say the same share it. Belongs to one thread and goes with the vocabulary's epoch, and with
/// the automaton's states. Of the words that are said most the compiled rules know it (warm_words.hpp).
class WokenWords {
 public:
  using Awake = WakeProgram::Awake;
  static_assert(WarmWords::kinds == WakeProgram::kinds);

  WokenWords(const WakeProgram& program, WakeStates& states);
  /// To be called before the words of a text are asked for.
  void begin_text(const words::Words& words);
  /// Lets go of states that are too many, and of what was said by them.
  void bound();
  /// Of the rules of one kind. Good until another word is asked for.
  Begins begins(const words::Word& word, Awake awake) {
    const std::uint32_t number = of(word, awake);
    return number < made_count_ ? made_.table[number] : own_[number - made_count_];
  }
  /// What such a word begins, worked out: its number in the table that is handed over at the end.
  std::uint32_t find(std::string_view word, Awake awake);
  BeginsTable table() && { return std::move(own_); }

 private:
  using OfWord = std::array<std::uint32_t, WakeProgram::kinds>;  // numbers, plus 1; 0: not asked yet
  /// Where the first letter of a word leads a rule, or the first two.
  struct First {
    std::uint32_t rule = 0;
    WakeStates::Reached reached;
  };

  void forget();
  std::uint32_t of(const words::Word& word, Awake awake) {
    if (word.number >= of_number_.size()) of_number_.resize(word.number + std::size_t{64});
    OfWord& known = of_number_[word.number];
    if (known[static_cast<std::size_t>(awake)] == 0) note(word, awake, known);
    return known[static_cast<std::size_t>(awake)] - 1;
  }
  void note(const words::Word& word, Awake awake, OfWord& known);
  bool read(std::string_view word);
  void run(First first, std::size_t at);
  std::uint32_t number_of_begun();
  const std::vector<First>& firsts(Awake awake, std::size_t symbol);
  const std::vector<First>& firsts(Awake awake, std::size_t symbol, std::size_t next);

  const WakeProgram& program_;
  WakeStates& states_;
  std::vector<OfWord> of_number_{};  // by Word::number
  const WarmWords& made_;
  const std::uint32_t made_count_;  // numbers below are those of made_
  BeginsTable own_{};
  std::unordered_multimap<std::uint64_t, std::uint32_t> known_{};  // of own_, by the hash of what they say
  std::unordered_map<std::size_t, std::vector<First>> firsts_{};   // by kind and one symbol, or two
  std::vector<std::uint8_t> text_{};                               // the word at hand, as symbols
  std::vector<bool> is_word_{};                                    // whether each is a word's
  std::vector<Begun> begun_{};                                     // with the word at hand
  std::uint32_t epoch_ = UINT32_MAX;
};

}  // namespace moniker::rules
