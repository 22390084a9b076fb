#include "detect/first_way.hpp"

#include "base/seen_text.hpp"
#include "detect/learn.hpp"
#include "detect/overlap.hpp"
#include "detect/speaker_label.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {
namespace {

/// Ordinary English has a capital in every tenth word; a transcript with fewer than one in fifty has none. Until it has
/// the first, a transcript that has begun is one without: people give their names at the beginning, in short turns.
constexpr std::uint64_t enough_words = 30, words_a_capital = 50;

}  // namespace

void FirstWay::begin_again() {
  search_.begin_again();
  claims_ = nullptr;
  learned_ = {};
  labels_.clear();
  words_ = capitals_ = 0;
}

const Claims& FirstWay::look(const Utterance& utterance) {
  learn_label(utterance.speaker);
  const words::Setting setting{.lines_start = utterance.cues.empty(), .uncased = uncased()};
  claims_ = &search_.run(utterance.text, setting, &people_, learned_);
  words_ += search_.words().tokens.size();
  capitals_ += search_.words().capitals;
  return *claims_;
}

std::vector<Finding> FirstWay::conclude(const Utterance& utterance) {
  std::vector<Finding> findings = resolve_overlaps(rules_, utterance.text, claims_->findings, trace_);
  for (Finding& finding : findings) {
    finding.utterance = utterance.number;
    teach(*claims_, finding);
  }
  return findings;
}

std::vector<ByteRange> FirstWay::names_in_label(std::string_view speaker) {
  words::Words words;
  const SeenText seen = seen_text(speaker);
  auto names = names_in_speaker_label(rules_, people_, seen.text, search_, words);
  for (ByteRange& name : names) name = seen.delivered(name);
  return names;
}

bool FirstWay::uncased() const {
  if (capitals_ == 0) return words_ > 0;
  return words_ >= enough_words && capitals_ * words_a_capital < words_;
}

void FirstWay::learn_label(const std::string& label) {
  if (label.empty() || !labels_.insert(label).second) return;
  words::Words read;
  for (const ByteRange bytes : names_in_speaker_label(rules_, people_, label, search_, read)) {
    learn(rules_.compiled(), read, bytes, rules_.compiled().person, "speaker-label", 0.95F, learned_);
  }
}

/// A finding teaches when a rule that may teach claims just these bytes for just this label.
void FirstWay::teach(const Claims& claims, const Finding& finding) {
  for (const Finding& claim : claims.findings) {
    const rules::RuleDetail& detail = rules_.compiled().detail(claim.rule);
    if (!detail.teach || claim.bytes != finding.bytes || claim.label != finding.label) continue;
    if (claim.score < rules_.label(claim.label).replace) continue;
    learn(rules_.compiled(), search_.words(), finding.bytes, finding.label, rules_.rule(claim.rule).id, claim.score,
          learned_);
    if (trace_) trace_->taught(finding, claim.rule);
    return;
  }
}

}  // namespace moniker::detect
