#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/compiled.hpp"

namespace moniker::rules {

/// A rule that would have claimed a word but for one thing, for who asks why the word stays.
struct NearMiss {
  /// What was missing: one of these words; all of these parts of an expression; a number or code that this validator
  /// takes.
  enum class Wants : std::uint8_t { one_of, all_of, validator };
  RuleId rule{};
  ByteRange at{};  // what stands in its place: the word itself, or one near it
  Wants wants{};
  std::vector<std::string> wanted{};
  std::uint32_t held = 0;  // how many of the rule's words stood there
};

/// Asks the rules of one text again, each with one of its conditions left out. Slow, and asked by `moniker explain`
/// alone.
class NearMisses {
 public:
  NearMisses(const RuleSet::Compiled& compiled, const words::Words& words, const words::Language& language);

  /// Rules of which all but one word stand round this one, those first of which most does; at most `most`. Keeps are
  /// none.
  std::vector<NearMiss> of(std::uint32_t token, std::size_t most) const;

 private:
  void of_lists(std::uint32_t token, std::vector<NearMiss>& all) const;
  void of_patterns(std::uint32_t token, std::vector<NearMiss>& all) const;
  void note_refused();
  void add_wanted(const Pattern::Ways& ways, std::uint32_t token, NearMiss& miss) const;

  const RuleSet::Compiled& compiled_;
  const words::Words& words_;
  const words::Language& language_;
  Predicates::Memo memo_;
  std::vector<std::string> literals_;  // by number: the words that patterns name
  std::vector<NearMiss> refused_{};    // what an expression matched and its validator refused
};

}  // namespace moniker::rules
