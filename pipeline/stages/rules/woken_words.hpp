#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/wake_program.hpp"
#include "rules/wake_states.hpp"
#include "words/tokens.hpp"

namespace moniker::rules {

/// A rule of which a match may begin with a word, and where its automaton stands behind the word; `ended`: a match may
/// end within it already. `ahead` is what may come behind the word and one blank.
struct Begun {
  static constexpr WakeStates::Number ended = UINT32_MAX;
  std::uint32_t rule = 0;
  WakeStates::Number state = ended;
  WakeStates::Ahead ahead{WakeStates::Ahead::any, WakeStates::Ahead::any};
  bool operator==(const Begun&) const = default;
};

/// What the words of one vocabulary begin, by their numbers: worked out when a word is first asked for, by running each
/// rule's automaton through it. Few rules get through a word, and fewer through the blank behind it and the next word's
/// first letters: so a word says, too, which those are. Words that say the same share it. Belongs to one thread and
/// goes with the vocabulary's epoch, and with the automaton's states.
class WokenWords {
 public:
  struct Begins {
    std::span<const Begun> begun{};
    WakeStates::Ahead ahead{};  // of any of them
  };

  WokenWords(const WakeProgram& program, WakeStates& states) : program_(program), states_(states) {}
  /// To be called before the words of a text are asked for.
  void begin_text(const words::Words& words);
  /// Lets go of states that are too many, and of what was said by them. What these say is good until another word is
  /// asked for: the rules of which any text may hold a match, and the others.
  void bound();
  Begins always(const words::Word& word) { return begins(of(word).always); }
  Begins sometimes(const words::Word& word) { return begins(of(word).sometimes); }

 private:
  static constexpr std::uint32_t unknown = UINT32_MAX;
  struct Part {
    std::uint32_t from = unknown, count = 0;  // in all_
    WakeStates::Ahead ahead{};
  };
  struct OfWord {
    Part always{}, sometimes{};
  };
  /// Where the first letter of a word leads a rule, or the first two.
  struct First {
    std::uint32_t rule = 0;
    WakeStates::Reached reached;
  };

  void forget();
  Begins begins(const Part& part) const { return {std::span(all_).subspan(part.from, part.count), part.ahead}; }
  const OfWord& of(const words::Word& word) {
    if (word.number >= of_number_.size()) of_number_.resize(word.number + std::size_t{64});
    OfWord& known = of_number_[word.number];
    if (known.always.from == unknown) find(word.written(), known);
    return known;
  }
  void find(std::string_view word, OfWord& of);
  bool read(std::string_view word);
  void run(First first, std::size_t at);
  Part note(bool always);
  Part shared(std::span<const Begun> begun, WakeStates::Ahead ahead);
  const std::vector<First>& firsts(std::size_t symbol);
  const std::vector<First>& firsts(std::size_t symbol, std::size_t next);

  const WakeProgram& program_;
  WakeStates& states_;
  std::vector<OfWord> of_number_{};                               // by Word::number
  std::vector<Begun> all_{};                                      // one part behind the other
  std::unordered_multimap<std::uint64_t, Part> known_{};          // by their hash
  std::unordered_map<std::size_t, std::vector<First>> firsts_{};  // by one symbol, or by two
  std::vector<std::uint8_t> text_{};                              // the word at hand, as symbols
  std::vector<bool> is_word_{};                                   // whether each is a word's
  std::vector<Begun> begun_{}, kind_{};                           // with the word at hand; those of a kind
  std::uint32_t epoch_ = UINT32_MAX;
};

}  // namespace moniker::rules
