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
/// end within it already. `ahead` is what may come behind the word and one blank; all else follows from the state.
struct Begun {
  static constexpr WakeStates::Number ended = UINT32_MAX;
  std::uint32_t rule = 0;
  WakeStates::Number state = ended;
  WakeStates::Reached blank{0};  // behind the word and one blank
  WakeStates::Ahead ahead{WakeStates::Ahead::any, WakeStates::Ahead::any};
  bool operator==(const Begun& other) const { return rule == other.rule && state == other.state; }
};

/// What the words of one vocabulary begin, by their numbers: worked out when a word is first asked for, by running the
/// automata of the rules of a kind through it; those that few texts need are run through few words. Few rules get
/// through a word, and fewer through the blank behind it and the next word's first letters: so a word says, too, which
/// those are. Words that say the same share it. Belongs to one thread and goes with the vocabulary's epoch, and with
/// the automaton's states.
class WokenWords {
 public:
  using Awake = WakeProgram::Awake;
  struct Begins {
    std::span<const Begun> begun{};
    WakeStates::Ahead ahead{};               // of any of them
    std::span<const std::uint64_t> rules{};  // a bit a rule; `begun` is in their order
  };

  WokenWords(const WakeProgram& program, WakeStates& states) : program_(program), states_(states) {}
  /// To be called before the words of a text are asked for.
  void begin_text(const words::Words& words);
  /// Lets go of states that are too many, and of what was said by them.
  void bound();
  /// Of the rules of one kind. Good until another word is asked for.
  Begins begins(const words::Word& word, Awake awake) { return begins(of(word, awake)); }

 private:
  struct Part {
    std::uint32_t from = 0, count = 0;  // in all_
    WakeStates::Ahead ahead{};
  };
  using OfWord = std::array<std::uint32_t, WakeProgram::kinds>;  // in parts_, plus 1; 0: not asked yet
  /// Where the first letter of a word leads a rule, or the first two.
  struct First {
    std::uint32_t rule = 0;
    WakeStates::Reached reached;
  };

  void forget();
  Begins begins(std::uint32_t number) const {
    const Part& part = parts_[number];
    const std::size_t blocks = program_.blocks();
    return {std::span(all_).subspan(part.from, part.count), part.ahead,
            std::span(rules_).subspan(number * blocks, blocks)};
  }
  std::uint32_t of(const words::Word& word, Awake awake) {
    if (word.number >= of_number_.size()) of_number_.resize(word.number + std::size_t{64});
    std::uint32_t& known = of_number_[word.number][static_cast<std::size_t>(awake)];
    if (known == 0) known = find(word.written(), awake) + 1;
    return known - 1;
  }
  std::uint32_t find(std::string_view word, Awake awake);
  bool read(std::string_view word);
  void run(First first, std::size_t at);
  std::uint32_t note();
  const std::vector<First>& firsts(Awake awake, std::size_t symbol);
  const std::vector<First>& firsts(Awake awake, std::size_t symbol, std::size_t next);

  const WakeProgram& program_;
  WakeStates& states_;
  std::vector<OfWord> of_number_{};                                // by Word::number
  std::vector<Part> parts_{};                                      // each once
  std::vector<std::uint64_t> rules_{};                             // of each part
  std::vector<Begun> all_{};                                       // one part behind the other
  std::unordered_multimap<std::uint64_t, std::uint32_t> known_{};  // of parts_, by the hash of what they say
  std::unordered_map<std::size_t, std::vector<First>> firsts_{};   // by kind and one symbol, or two
  std::vector<std::uint8_t> text_{};                               // the word at hand, as symbols
  std::vector<bool> is_word_{};                                    // whether each is a word's
  std::vector<Begun> begun_{};                                     // with the word at hand
  std::uint32_t epoch_ = UINT32_MAX;
};

}  // namespace moniker::rules
