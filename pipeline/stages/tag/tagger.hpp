#pragma once
#include <deque>
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

/// The words that may be of what a tagger tells, as runs: those that its candidate question picks or a rule claims for
/// one of its labels, up to two words before such a one that may belong to it ("crew chief"), and up to two small words
/// between them ("Bank of the West"). All others are none of it.
std::vector<TokenRun> runs_to_tag(const rules::RuleSet::Compiled& compiled, const rules::TaggerRules& tagger,
                                  const words::Words& words, rules::Predicates::Memo& memo,
                                  const std::vector<Finding>& claims);

/// One tagger over one utterance after the other: a statistical model weighs what the words, the lists, the rules'
/// claims and the study's memory say together. Belongs to one thread.
class Tagger {
 public:
  Tagger(const rules::RuleSet::Compiled& compiled, const words::Language& language, std::size_t kind)
      : compiled_(compiled),
        language_(language),
        tagger_(compiled.taggers[kind]),
        has_kinds_(rules::tagger_kinds[kind].has_kinds),
        namer_(compiled) {}

  /// What the model calls the words, which stays until the next call.
  void weigh(const TagEvidence& evidence, rules::Predicates::Memo& memo, rules::Trace* trace);
  /// Puts it among the claims. What weaker rules claimed for its labels was evidence to it, and falls away where it
  /// finds something of its own or is nearly certain that there is nothing; what surer rules claimed stands beside its
  /// own claims.
  void settle(const words::Words& words, std::vector<Finding>& claims, rules::Trace* trace);

 private:
  void tag(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run, const rules::TagModel& model,
           TagScorer& scorer);
  void note(const words::Words& words, const rules::TagModel& model, const std::vector<TokenRun>& runs,
            const TagEvidence& evidence, rules::Trace& trace);
  TagScorer& scorer_of(const rules::TagModel& model);
  void emit(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run);
  void confirm(std::vector<Finding>& claims, rules::Trace* trace) const;
  bool is_of_words(const Finding& claim) const;
  bool is_nobodys(const words::Words& words, const Finding& found, rules::Trace* trace) const;
  bool yields(const Finding& found, const std::vector<Finding>& claims) const;
  bool overruled(const words::Words& words, const Finding& claim) const;
  std::vector<rules::TagReason> reasons(const words::Words& words, const rules::TagModel& model, const Finding& claim);

  const rules::RuleSet::Compiled& compiled_;
  const words::Language& language_;
  const rules::TaggerRules& tagger_;
  const bool has_kinds_;
  TagNamer namer_;                                // for reasons
  std::optional<TagScorer> cased_{}, uncased_{};  // made when first needed
  std::vector<rules::TagRow> rows_{};             // of the run at hand
  std::vector<float> named_{};                    // of each word: the probability that it is of what is told
  std::vector<Finding> found_{};
};

/// All taggers of the rules. Each is asked of what the rules claimed, and none of what another found.
class Taggers {
 public:
  Taggers(const rules::RuleSet::Compiled& compiled, const words::Language& language);

  void run(const words::Words& words, rules::Predicates::Memo& memo, const std::vector<rules::Kept>& kept,
           const LearnedNames& learned, std::vector<Finding>& claims, rules::Trace* trace);

 private:
  std::deque<Tagger> all_{};
};

}  // namespace moniker::tag
