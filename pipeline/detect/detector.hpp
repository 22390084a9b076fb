#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "detect/rule_set.hpp"
#include "moniker/finding.hpp"
#include "moniker/register.hpp"
#include "moniker/stage.hpp"

namespace moniker {

class KnownPeople;
class Trace;

/// The register as detection sees it; made once and shared by all transcripts.
std::shared_ptr<const KnownPeople> known_people(const RuleSet& rules, const Register& people);

/// A name that strong evidence taught (the register, a speaker label, an introduction, a title, a full name):
/// wherever else its words occur in the study they mean the same kind of thing.
struct LearnedName {
  std::string form{};   // folded words, one blank between: "katherine shaw"
  std::string label{};  // PERSON, LOCATION, ORG
  std::string rule{};   // the rule that taught it first
  float score = 0;
  std::uint64_t times = 0;  // mentions with strong evidence
  bool word = false;        // is an ordinary word too (Will, Hope): only capitals inside a sentence count
  bool operator==(const LearnedName&) const = default;
};

/// Learned names by (label, form). Merging is associative and commutative, so that any order of transcripts
/// and any sharding give the same.
class LearnedNames {
 public:
  void add(LearnedName name);
  void merge(const LearnedNames& other);
  const std::map<std::pair<std::string, std::string>, LearnedName>& all() const { return names_; }
  /// Whether some name has this form.
  bool may_know(std::string_view form) const { return !forms_.empty() && forms_.contains(form); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> forms_;
  std::map<std::pair<std::string, std::string>, LearnedName> names_;
};

/// Thrown inside detection when a rule ran out of memory is never swallowed: Error{input}; the transcript is
/// quarantined. A Detector works on one transcript; it shares the rules and keeps its own memory.
class Detector {
 public:
  Detector(const RuleSet& rules, const Register& people);
  Detector(const RuleSet& rules, std::shared_ptr<const KnownPeople> people);
  ~Detector();
  void take(Utterance utterance, const Sink<Marked>& out);
  void finish(const Sink<Marked>& out);
  /// Another transcript begins: names that were learned are forgotten; what is known of words saves looking them up.
  void begin_again();
  /// Where to note why, from the next utterance on (trace.hpp); null to note nothing.
  void trace_to(Trace* trace);
  const LearnedNames& learned() const;
  /// What the label of a speaker is: empty for a role (Interviewer, P1, Doctor), else the PERSON finding's byte
  /// ranges within the label ("Kate S.", "Dr Patel" -> "Patel").
  std::vector<ByteRange> names_in_label(std::string_view speaker) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Learned names (of one transcript or of the whole study), ready to be looked for. Immutable; shared by all threads.
class LearnedMatcher {
 public:
  LearnedMatcher(const RuleSet& rules, const LearnedNames& names);
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
  /// From now on, other names.
  void look_for(const LearnedMatcher& matcher);
  ~LearnedReader();
  std::vector<Finding> add(const Utterance& utterance, std::vector<Finding> found, Trace* trace = nullptr);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Both ways over the utterances of one document, in order: what is learned anywhere in it counts everywhere in it.
/// Findings are of the utterances' texts (names in speaker labels: Detector::names_in_label), ascending by
/// utterance and begin, not overlapping, none below its label's review threshold. Deterministic. Throws Error as
/// detection does.
std::vector<Finding> detect_utterances(const RuleSet& rules, const Register& people,
                                       const std::vector<Utterance>& utterances);

/// The rules' own examples, run: in the profile balanced of every rule, in another of those that name it. One line a
/// failure: rule id, file:line, what was expected.
struct ExampleFailure {
  std::string rule{}, file{};
  Position at{};
  std::string what{};  // examples are the rule author's words, not a transcript's: they may be shown
};
struct ExampleReport {
  std::size_t rules = 0, examples = 0;
  std::vector<ExampleFailure> failures{};
};
ExampleReport test_rules(const RuleSet& rules);

}  // namespace moniker
