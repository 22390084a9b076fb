#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/archive.hpp"
#include "rules/expression.hpp"
#include "rules/needed_factor.hpp"
#include "rules/wake_states.hpp"
#include "rules/warm_words.hpp"

namespace moniker::rules {

/// The regular expressions of all rules as automata (Thompson 1968), one a rule. Whoever runs them (woken_words.hpp,
/// regex_rules.hpp) learns where a match of which may begin and end, and RE2 need not be shown the other places. They
/// let through whatever RE2 matches, and more: long repetitions are cut short, edges are not looked at.
///
/// A match is taken only where neither of its ends cuts a word, so it begins between words or with one. Before its
/// first word it may take characters that are no word's: `first` are the nodes that wait for a character then.
///
/// A match without any word is looked for where the text holds a character that each such match needs (`mark`). Where
/// there is none, where the expression is not read, or may end within a word, it is `slow`: no word wakes it.
class WakeProgram {
 public:
  struct Node {
    std::uint32_t next = 0, other = 0;  // other: of a fork
    std::uint32_t set = 0;              // an index of sets, or one of the two marks
  };
  static constexpr std::uint32_t fork = UINT32_MAX, match = UINT32_MAX - 1;
  struct Source {
    std::optional<Expression> expression{};
    bool whole_word = true;
  };

  WakeProgram() = default;
  explicit WakeProgram(const std::vector<Source>& sources);
  void save(ArchiveWriter& archive) const;
  static WakeProgram from(ArchiveReader& archive);

  /// The nodes that wait for a character, from one node on, each once; true where a match may end here. `seen` is one
  /// mark a node, `round` what it is marked with.
  bool follow(std::uint32_t node, std::uint32_t round, std::vector<std::uint32_t>& seen,
              std::vector<std::uint32_t>& nodes) const;

  /// States to begin with, and what words begin by those, of the same program (wake_warm.hpp).
  void keep(WakeTable made, WarmWords words = {}) { made_ = std::move(made), made_words_ = std::move(words); }
  const WakeTable& made() const { return made_; }
  const WarmWords& made_words() const { return made_words_; }

  const std::vector<WakeLetters>& letters_of_rules() const { return letters_of_rules_; }
  /// Those that no set of any rule tells apart.
  const WakeLetters& letters() const { return letters_; }

  std::size_t rules() const { return of_rule_.size(); }
  bool slow(std::size_t rule) const { return of_rule_[rule].slow; }
  /// Whether a match may begin with a character that is no word's.
  bool begins_between(std::size_t rule) const { return of_rule_[rule].begins_between; }
  /// The character, in ASCII, that stands in every match of the rule that touches no word; 0: every match touches one.
  char mark(std::size_t rule) const { return of_rule_[rule].mark; }
  /// Whether each match begins where the text does.
  bool anchored(std::size_t rule) const { return of_rule_[rule].anchored; }
  /// In how many texts a rule is awake: in all; in those that hold what its matches need, or where the text begins.
  enum class Awake : std::uint8_t { always, often, seldom };
  static constexpr std::size_t kinds = 3;
  Awake awake(std::size_t rule) const { return of_rule_[rule].awake; }
  const std::vector<std::uint32_t>& rules_of(Awake awake) const { return rules_of_[static_cast<std::size_t>(awake)]; }
  /// Of which one stands in every match of a rule: bits of factors(), which say that it was met; none: that is not
  /// known. Rules that any letter may begin have first choice of the bits.
  const FactorBits& need(std::size_t rule) const { return needs_[rule]; }
  const FactorSearch& factors() const { return factors_; }
  /// The bits of all rules of a kind, and of all rules.
  const FactorBits& needs_of(Awake awake) const { return needs_of_[static_cast<std::size_t>(awake)]; }
  const FactorBits& all_needs() const { return all_needs_; }
  /// The rules that need such a bit: a row of bits, one a rule.
  std::span<const std::uint64_t> awoken_by(std::size_t bit) const {
    return std::span(awoken_by_).subspan(bit * blocks(), blocks());
  }
  /// Those that need nothing but that the text begins.
  std::span<const std::uint64_t> from_begin() const { return from_begin_; }
  std::size_t blocks() const { return (of_rule_.size() + 63) / 64; }
  /// The rules of which a word is not the only thing that wakes them: slow ones, and those with a mark.
  const std::vector<std::uint32_t>& woken_otherwise() const { return woken_otherwise_; }
  std::size_t size() const { return nodes_.size(); }
  const Node& node(std::uint32_t number) const { return nodes_[number]; }
  const Symbols& set(std::uint32_t node) const { return sets_[nodes_[node].set]; }
  /// Which of the letters of all rules a node takes: a bit each, several letters to a bit where there are more than 64.
  std::uint64_t letters_of(std::uint32_t node) const { return letters_of_sets_[nodes_[node].set]; }
  /// The nodes that wait before a rule's first word; none of a slow one. Of these, those that wait where the match
  /// begins with that word; and the characters that may stand right before the word in a match which began before it.
  std::span<const std::uint32_t> first_of(std::size_t rule) const {
    return std::span(first_).subspan(of_rule_[rule].first, of_rule_[rule].firsts);
  }
  std::span<const std::uint32_t> first_with_word(std::size_t rule) const {
    return first_of(rule).first(of_rule_[rule].with_word);
  }
  const Symbols& before_word(std::size_t rule) const { return before_word_[rule]; }

 private:
  struct OfRule {
    bool slow = false, begins_between = false, anchored = false;
    char mark = 0;
    Awake awake = Awake::always;
    std::uint32_t first = 0, firsts = 0;  // which of first_ are its own
    std::uint32_t with_word = 0;          // so many of these wait where the match begins
  };
  std::uint32_t add(Node node);
  std::uint32_t number_of(const Symbols& set);
  std::uint32_t compile(const Expression& expression, std::uint32_t next);
  std::uint32_t compile_repeat(const Expression& expression, std::uint32_t next);
  static WakeLetters find_letters(const std::vector<Symbols>& sets);
  std::vector<Symbols> sets_between(std::size_t from, std::size_t to) const;
  void find_letters_of_sets();
  void find_needs(const std::vector<Source>& sources);
  void sum_up();
  bool analyse(std::uint32_t entry, std::uint32_t rule);
  bool begins_with_any(const OfRule& rule) const;
  char mark_of(std::uint32_t entry) const;
  struct Before {
    std::vector<std::uint32_t> nodes{};
    bool ends = false;         // a match may end there, without any word
    std::size_t at_entry = 0;  // so many of the nodes wait at the entry itself
  };
  Before before_first_word(std::uint32_t entry, std::size_t without) const;

  std::vector<Node> nodes_{};
  std::vector<Symbols> sets_{};
  std::unordered_map<Symbols, std::uint32_t> numbers_{};  // of sets
  WakeLetters letters_{};
  std::vector<WakeLetters> letters_of_rules_{};
  std::vector<std::uint64_t> letters_of_sets_{};
  std::vector<std::uint32_t> first_{};
  std::vector<Symbols> before_word_{};  // by rule
  std::vector<OfRule> of_rule_{};
  FactorSearch factors_{};
  std::vector<FactorBits> needs_{};  // by rule
  FactorBits all_needs_{};
  std::array<FactorBits, kinds> needs_of_{};
  std::array<std::vector<std::uint32_t>, kinds> rules_of_{};
  std::vector<std::uint64_t> awoken_by_{}, from_begin_{};
  std::vector<std::uint32_t> woken_otherwise_{};
  WakeTable made_{};
  WarmWords made_words_{};
};

}  // namespace moniker::rules
