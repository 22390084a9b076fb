#pragma once
#include <optional>
#include <vector>

#include "rules/compiled.hpp"
#include "rules/trace.hpp"
#include "tag/tag_scorer.hpp"

namespace moniker::tag {

/// Words first to last, which are tagged together.
struct TokenRun {
  std::uint32_t first = 0, last = 0;
};

/// The words that may belong to a name, as runs: those that the tagger's candidate question picks or a rule claims
/// for one of its labels, and up to two small words between such ones ("Bank of the West"). All others are no name.
std::vector<TokenRun> runs_to_tag(const rules::RuleSet::Compiled& compiled, const words::Words& words,
                                  rules::Predicates::Memo& memo, const std::vector<Finding>& claims);

/// The tagger rules over one utterance after the other: a statistical model weighs what the words, the lists, the
/// rules' claims and the study's memory say together. What weaker rules claimed for its labels was evidence to it, and
/// falls away where it finds a name of its own or is nearly certain that there is none; what surer rules claimed
/// stands beside its own claims. Belongs to one thread.
class Tagger {
 public:
  explicit Tagger(const rules::RuleSet::Compiled& compiled) : compiled_(compiled), namer_(compiled) {}

  void run(const words::Words& words, rules::Predicates::Memo& memo, const std::vector<rules::Kept>& kept,
           const LearnedNames& learned, std::vector<Finding>& claims, rules::Trace* trace);

 private:
  void tag(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run, const rules::TagModel& model,
           TagScorer& scorer, std::vector<Finding>& found);
  TagScorer& scorer_of(const rules::TagModel& model);
  void emit(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run, std::vector<Finding>& found) const;
  void confirm(std::vector<Finding>& claims, const std::vector<Finding>& found, rules::Trace* trace) const;
  bool is_of_words(const Finding& claim) const;
  bool yields(const Finding& found, const std::vector<Finding>& claims) const;
  bool overruled(const words::Words& words, const Finding& claim, const std::vector<Finding>& found) const;
  std::vector<rules::TagReason> reasons(const words::Words& words, const rules::TagModel& model, const Finding& claim);

  const rules::RuleSet::Compiled& compiled_;
  TagNamer namer_;                                // for reasons
  std::optional<TagScorer> cased_{}, uncased_{};  // made when first needed
  std::vector<rules::TagRow> rows_{};             // of the run at hand
  std::vector<float> named_{};                    // of each word: the probability that it belongs to a name
};

}  // namespace moniker::tag
