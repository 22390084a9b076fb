// Both ways over one transcript.
#include "detect/detector.hpp"

#include "detect/first_way.hpp"
#include "detect/name_marks.hpp"

namespace moniker::detect {

std::shared_ptr<const KnownPeople> known_people(const rules::RuleSet& rules, const Register& people) {
  return std::make_shared<const KnownPeople>(rules, people);
}

Detector::Detector(const rules::RuleSet& rules, const Register& people)
    : Detector(rules, known_people(rules, people)) {}
Detector::Detector(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people)
    : way_(std::make_unique<FirstWay>(rules, std::move(people))) {}
Detector::~Detector() = default;

void Detector::take(Utterance utterance, const Sink<Marked>& out) {
  way_->look(utterance);
  std::vector<Finding> findings = way_->conclude(utterance);
  out({std::move(utterance), std::move(findings)});
}

void Detector::finish(const Sink<Marked>&) {}

void Detector::begin_again() { way_->begin_again(); }

void Detector::trace_to(rules::Trace* trace) { way_->trace_to(trace); }

const LearnedNames& Detector::learned() const { return way_->learned(); }

void Detector::mark(NameMarks& marks) const { marks.add(way_->words()); }

std::vector<ByteRange> Detector::names_in_label(std::string_view speaker) const {
  return way_->names_in_label(speaker);
}

std::vector<Finding> detect_utterances(const rules::RuleSet& rules, const Register& people,
                                       const std::vector<Utterance>& utterances) {
  Detector detector(rules, people);
  NameMarks marks(rules.compiled());
  std::vector<std::vector<Finding>> first;
  for (const Utterance& utterance : utterances) {
    detector.take(utterance, [&](Marked marked) { first.push_back(std::move(marked.findings)); });
    detector.mark(marks);
  }
  const LearnedMatcher matcher(rules, detector.learned());
  LearnedReader reader(matcher, detector);
  marks.look_for(detector.learned());
  std::vector<Finding> all;
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    if (marks.next_may_hold()) first[i] = reader.add(utterances[i], std::move(first[i]));
    const auto& found = first[i];
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace moniker::detect
