#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "base/archive.hpp"
#include "rules/expression.hpp"

namespace moniker::rules {

class WakeProgram;

/// Symbols that no set of a rule tells apart are one letter of its automaton.
struct WakeLetters {
  std::array<std::uint8_t, symbols> of{};  // by symbol
  std::uint8_t count = 0;
};

/// States of the rules' automata, each with where it goes on. Plain arrays, so that the compiled rules can keep those
/// that talk reaches most, and processes share them.
struct WakeTable {
  struct State {
    std::uint32_t nodes = 0, count = 0;  // its nodes, which wait for a character: where in WakeTable::nodes
    std::uint32_t ends = 0;              // 1: a match may end here
    std::uint32_t row = 0;               // where in WakeTable::next; of a finished table
  };
  Store<State> states{};
  Store<std::uint32_t> next{};   // a row of its rule's letters a state: WakeStates::Reached; 0: not made yet
  Store<std::uint32_t> nodes{};  // of each state ascending
  Store<std::uint32_t> index{};  // of states by what they are, plus 1: open addressing; only of a finished table

  std::size_t size() const { return states.all().size(); }
  void save(ArchiveWriter& archive) const;
  static WakeTable from(ArchiveReader& archive);
};

/// The automaton of each rule (WakeProgram), run by states. Each rule has its own, so there are as many states as the
/// rules have among them, and not as many as there are ways to have begun several at once. Those that the compiled
/// rules hold are there from the start; others are made when they are first reached, by each thread for itself. They
/// are a cache: when they grow too many they go and are made again. The program must outlive it.
class WakeStates {
 public:
  using Number = std::uint32_t;
  /// Where a match of a rule begins.
  static constexpr Number of_rule(std::size_t rule) { return static_cast<Number>(rule); }
  /// Where one begins of which it is known that nothing stands before its first word.
  Number with_word(std::size_t rule) const { return static_cast<Number>(rules_ + rule); }

  /// How many states of its own a thread keeps: some two megabytes.
  static constexpr std::size_t usual = 6144;

  explicit WakeStates(const WakeProgram& program, std::size_t most_own = usual);

  /// Where a step leads to, with what is asked of nearly every state that is reached, so that most are not looked up.
  class Reached {
   public:
    explicit Reached(std::uint32_t bits) : bits_(bits) {}
    Reached(Number state, bool ends, bool dead)
        : bits_((state + 1) | (ends ? ends_bit : 0U) | (dead ? dead_bit : 0U)) {}
    Number state() const { return (bits_ & (ends_bit - 1)) - 1; }
    /// Whether a match may end there; whether nothing waits for a character.
    bool ends() const { return (bits_ & ends_bit) != 0; }
    bool dead() const { return (bits_ & dead_bit) != 0; }
    std::uint32_t bits() const { return bits_; }

   private:
    static constexpr std::uint32_t ends_bit = 1U << 30, dead_bit = 1U << 31;
    std::uint32_t bits_;
  };
  /// From a state of a rule that is not dead.
  Reached step(std::size_t rule, Number state, std::size_t symbol) {
    const std::uint32_t known = steps_[state][letters_[rule].of[symbol]];
    return known != 0 ? Reached(known) : find_step(rule, state, symbol);
  }
  /// What may come next, so that most places are told without a step: letters of the automaton, a bit each, several
  /// letters to a bit where there are more than 64.
  struct Ahead {
    std::uint64_t first = 0, second = 0;
    bool operator==(const Ahead&) const = default;
    Ahead operator|(const Ahead& other) const { return {first | other.first, second | other.second}; }
    /// Whether what stands there may be it; `there` is a letter each, or nothing where that is not known.
    bool takes(const Ahead& there) const {
      return there.first == 0 || ((first & there.first) != 0 && (second & there.second) != 0);
    }
    static constexpr std::uint64_t any = ~std::uint64_t{0};
  };
  /// Of a match that goes on from there.
  Ahead ahead_of(Reached reached) { return reached.ends() ? Ahead{Ahead::any, Ahead::any} : ahead(reached.state()); }
  std::uint64_t letter_bit(std::size_t symbol) const { return std::uint64_t{1} << (all_letters_.of[symbol] % 64); }

  std::size_t size() const { return steps_.size(); }
  /// Lets go of its own states where they are too many; whether it did. Numbers are good until then.
  bool bound() { return are_too_many() && let_go(); }
  /// All states that were made so far, as a finished table; of one that began without any.
  WakeTable finish() &&;

 private:
  using Steps = std::vector<std::uint32_t>;
  const WakeTable::State& of(Number state) const {
    return state < made_count_ ? made_states_[state] : own_.states.all()[state - made_count_];
  }
  const std::uint32_t* nodes(Number state) const;
  /// Seldom more nodes than this make a state. States go where they are too many, or where they have more than so many
  /// nodes each on the average.
  static constexpr std::size_t nodes_a_state = 32;
  bool are_too_many() const {
    return own_steps_.size() > most_own_ || own_.nodes.all().size() > most_own_ * nodes_a_state;
  }
  bool let_go();
  Reached find_step(std::size_t rule, Number state, std::size_t symbol);
  Number number_of(std::size_t rule, const std::vector<std::uint32_t>& nodes, bool ends);
  bool is(Number state, const std::vector<std::uint32_t>& nodes, bool ends) const;
  std::uint64_t hash_of_state(Number state) const;
  void note_own(Number state, std::uint64_t hash);
  Number add(std::size_t rule, const std::vector<std::uint32_t>& nodes, bool ends);
  void begin();
  void next_round();
  Ahead ahead(Number state);
  Ahead find_ahead(Number state);
  void note_step(std::size_t rule, Number state, std::size_t symbol, Reached to);

  const WakeProgram& program_;
  const std::size_t rules_, most_own_;
  const WakeTable& made_;
  const std::uint32_t made_count_;
  const WakeLetters* const letters_;  // by rule
  const WakeLetters& all_letters_;
  const WakeTable::State* const made_states_;
  WakeTable own_{};
  std::vector<std::uint32_t> own_index_{};      // of its own states by what they are, as WakeTable::index
  std::vector<const std::uint32_t*> steps_{};   // of each state, in the table or among its own
  std::vector<std::uint32_t*> own_steps_of_{};  // the same where they are its own; else null
  std::deque<Steps> own_steps_{};               // of its own states, and copies of the table's that know more
  std::vector<std::uint32_t> seen_;             // by node: WakeProgram::follow
  std::uint32_t round_ = 0;
  std::vector<Ahead> ahead_{};            // by state; nothing at all: not known yet
  std::vector<std::uint32_t> reached_{};  // while a step is found
};

}  // namespace moniker::rules
