// The first way over one transcript, utterance by utterance: search, resolve overlaps, learn.
#include "detect/detector.hpp"

#include <algorithm>
#include <set>

#include "detect/compiled.hpp"
#include "detect/learn.hpp"
#include "detect/overlap.hpp"
#include "detect/search.hpp"
#include "detect/speaker_label.hpp"

namespace moniker {
namespace {

/// Ordinary English has a capital in every tenth word; a transcript with fewer than one in fifty has none.
constexpr std::uint64_t enough_words = 30, words_a_capital = 50;

}  // namespace

struct Detector::State {
  State(const RuleSet& set, const Register& register_) : rules(set), people(set.compiled(), register_), search(set.compiled()) {}

  const RuleSet& rules;
  RegisterNames people;
  Search search;
  LearnedNames learned{};
  std::set<std::string> labels{};            // speaker labels that were read
  std::uint64_t words = 0, capitals = 0;
  Trace* trace = nullptr;

  bool uncased() const { return words >= enough_words && capitals * words_a_capital < words; }

  void learn_label(const std::string& label) {
    if (label.empty() || !labels.insert(label).second) return;
    Words read;
    for (const ByteRange bytes : names_in_speaker_label(rules.compiled(), people, label, read)) {
      learn(rules.compiled(), read, bytes, "PERSON", "speaker-label", 0.95F, learned);
    }
  }

  std::vector<Finding> find(const Utterance& utterance) {
    const Setting setting{.lines_start = utterance.cues.empty(), .uncased = uncased()};
    const Claims& claims = search.run(utterance.text, setting, &people);
    std::vector<Finding> findings = resolve_overlaps(rules, utterance.text, claims.findings, trace);
    for (Finding& finding : findings) {
      finding.utterance = utterance.number;
      teach(claims, finding);
    }
    words += search.words().tokens.size();
    capitals += search.words().capitals;
    return findings;
  }

  /// A finding teaches when a rule that may teach claims just these bytes for just this label.
  void teach(const Claims& claims, const Finding& finding) {
    for (const Finding& claim : claims.findings) {
      const RuleDetail& detail = rules.compiled().detail(claim.rule);
      if (!detail.teach || claim.bytes != finding.bytes || claim.label != finding.label) continue;
      if (claim.score < rules.label(claim.label).replace) continue;
      learn(rules.compiled(), search.words(), finding.bytes, rules.label(finding.label).name, rules.rule(claim.rule).id,
            claim.score, learned);
      if (trace) trace->taught(finding, claim.rule);
      return;
    }
  }
};

Detector::Detector(const RuleSet& rules, const Register& people) : state_(std::make_unique<State>(rules, people)) {}
Detector::~Detector() = default;

void Detector::take(Utterance utterance, const Sink<Marked>& out) {
  state_->learn_label(utterance.speaker);
  std::vector<Finding> findings = state_->find(utterance);
  out({std::move(utterance), std::move(findings)});
}

void Detector::finish(const Sink<Marked>&) {}

void Detector::trace_to(Trace* trace) {
  state_->trace = trace;
  state_->search.trace_to(trace);
}

const LearnedNames& Detector::learned() const { return state_->learned; }

std::vector<ByteRange> Detector::names_in_label(std::string_view speaker) const {
  Words words;
  return names_in_speaker_label(state_->rules.compiled(), state_->people, speaker, words);
}

std::vector<Finding> detect_utterances(const RuleSet& rules, const Register& people, const std::vector<Utterance>& utterances) {
  Detector detector(rules, people);
  std::vector<std::vector<Finding>> first;
  for (const Utterance& utterance : utterances) {
    detector.take(utterance, [&](Marked marked) { first.push_back(std::move(marked.findings)); });
  }
  const LearnedMatcher matcher(rules, detector.learned());
  std::vector<Finding> all;
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    const auto found = matcher.add(utterances[i], std::move(first[i]));
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace moniker
