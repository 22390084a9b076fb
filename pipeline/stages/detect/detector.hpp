#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/learned.hpp"
#include "moniker/register.hpp"
#include "moniker/stage.hpp"
#include "rules/rule_set.hpp"

namespace moniker::rules {
class Trace;
}  // namespace moniker::rules

namespace moniker::detect {

class KnownPeople;
class FirstWay;
class NameMarks;

/// The register as detection sees it; made once and shared by all transcripts.
std::shared_ptr<const KnownPeople> known_people(const rules::RuleSet& rules, const Register& people);

/// Thrown inside detection when a rule ran out of memory is never swallowed: Error{input}; the transcript is
/// quarantined. A Detector works on one transcript; it shares the rules and keeps its own memory.
class Detector {
 public:
  Detector(const rules::RuleSet& rules, const Register& people);
  Detector(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people);
  ~Detector();
  void take(Utterance utterance, const Sink<Marked>& out);
  void finish(const Sink<Marked>& out);
  /// Another transcript begins: names that were learned are forgotten; what is known of words saves looking them up.
  void begin_again();
  /// Where to note why, from the next utterance on (trace.hpp); null to note nothing.
  void trace_to(rules::Trace* trace);
  const LearnedNames& learned() const;
  /// Leaves the marks of the utterance taken last (name_marks.hpp).
  void mark(NameMarks& marks) const;
  /// What the label of a speaker is: empty for a role (Interviewer, P1, Doctor), else the PERSON finding's byte
  /// ranges within the label ("Kate S.", "Dr Patel" -> "Patel").
  std::vector<ByteRange> names_in_label(std::string_view speaker) const;

 private:
  friend class LearnedReader;
  std::unique_ptr<FirstWay> way_;
};

/// Learned names (of one transcript or of the whole study), ready to be looked for. Immutable; shared by all threads.
class LearnedMatcher {
 public:
  LearnedMatcher(const rules::RuleSet& rules, const LearnedNames& names);
  ~LearnedMatcher();

 private:
  friend class LearnedReader;
  struct State;
  std::unique_ptr<const State> state_;
};

/// The second way: what learned names add to the findings of the first, overlaps resolved again. Belongs to one
/// thread; the matcher must outlive it.
class LearnedReader {
 public:
  explicit LearnedReader(const LearnedMatcher& matcher);
  /// With what a detector of the same rules knows of words, which must outlive it and not be at work meanwhile.
  LearnedReader(const LearnedMatcher& matcher, Detector& detector);
  /// From now on, other names.
  void look_for(const LearnedMatcher& matcher);
  ~LearnedReader();
  std::vector<Finding> add(const Utterance& utterance, std::vector<Finding> found, rules::Trace* trace = nullptr);
  /// Where the utterance of the last add() holds learned words that a firm keep protects: Parkinson's disease is
  /// nobody's, whoever Dr Parkinson is.
  const std::vector<ByteRange>& left_to_keeps() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Both ways over the utterances of one document, in order: what is learned anywhere in it counts everywhere in it.
/// Findings are of the utterances' texts (names in speaker labels: Detector::names_in_label), ascending by
/// utterance and begin, not overlapping, none below its label's review threshold. Deterministic. Throws Error as
/// detection does.
std::vector<Finding> detect_utterances(const rules::RuleSet& rules, const Register& people,
                                       const std::vector<Utterance>& utterances);

}  // namespace moniker::detect
