#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "rules/predicate.hpp"

namespace moniker::rules {

/// A token pattern: trigger words round a slot, as in
///
///     my (full)? name is ~ [ <name>{1,3} ]          thanks ,? [ <given> ] $
///
///   word         that word, whatever its case       (a|b c)   one of several
///   <expression> a word or listed phrase of which the expression holds (predicate.hpp)
///   ? {m,n}      the element before it, that often, as often as possible; n is at most 8
///   [ ]          the slot, which is what is masked; without it, everything is
///   ,  ,?        a comma must, may stand here       ~   pauses may: um, er, commas, dashes
///   ^  $         a sentence begins here; something ends here (punctuation or the text)
///
/// Words of a pattern stand next to each other with nothing but white space between them, save where , ~ allow more.
class Pattern {
 public:
  struct Match {
    std::uint32_t first = 0, last = 0;  // tokens of the slot, last inclusive
    std::uint32_t whole_first = 0, whole_last = 0;
  };

  /// Throws PatternFault. `filler` is what ~ may skip.
  static Pattern compile(std::string_view text, words::Lexicon& lexicon, Predicates& predicates,
                         const ClassNames& names, Predicates::Id filler);

  void save(ArchiveWriter& archive) const;
  static Pattern from(ArchiveReader& archive);

  /// The first way in which the pattern fits from token `at` on, greedy, alternatives in their order.
  /// Throws Error{input} when the search has no end in sight: the transcript must not pass unsearched.
  std::optional<Match> match(const Predicates& predicates, const words::Words& words, std::size_t at,
                             Predicates::Memo& memo) const;

  /// What a word must be to stand at some place of a match: one of the literals, or what a predicate holds of.
  struct Ways {
    std::vector<std::uint16_t> literals{};
    std::vector<Predicates::Id> predicates{};
    bool end = false;  // the match may be over before
  };
  /// With what a match can begin, and what its second word may be: only where both stand need match() be tried.
  const Ways& first() const { return first_; }
  const Ways& second() const { return second_; }
  /// What the last word of a match is, pauses behind it left out: in a text without any such word is no match.
  const Ways& last() const { return last_; }

 private:
  enum class Op : std::uint8_t {
    literal,
    predicate,
    fork,
    choose,
    slot_begin,
    slot_end,
    comma,
    may_comma,
    pause,
    start,
    end,
    done
  };
  struct Instruction {
    Op op{};
    /// literal, predicate: which; fork: 1 never takes the first way; choose: where its ways begin.
    std::uint16_t arg = 0;
    /// fork: the second choice; choose: where another word stands, 0: nothing fits.
    std::uint32_t next = 0;
  };
  /// Of choices that begin with a word of their own each: how far behind `choose` those lie that begin with this one.
  /// Before the ways of each `choose`, which ascend by their words, stands how many there are.
  struct Way {
    std::uint32_t word = 0, to = 0;
  };
  std::span<const Way> ways_of(const Instruction& choose) const {
    return std::span(ways_).subspan(choose.arg + std::size_t{1}, ways_[choose.arg].word);
  }
  /// How far behind `choose` each of its choices lies: those of a word by their words, then where another stands.
  std::vector<std::uint32_t> choices_of(const Instruction& choose) const;
  friend class PatternCompiler;
  friend class PatternRun;
  friend class NearRun;  // near_miss.cpp

  void find_ways(std::uint32_t at, bool begun, Ways& ways) const;
  void find_second(std::uint32_t at);
  void find_last();
  bool may_end(std::uint32_t at) const;

  std::vector<Instruction> code_{};
  std::vector<Way> ways_{};
  Ways first_{}, second_{}, last_{};
  Predicates::Id filler_ = 0;
};

}  // namespace moniker::rules
