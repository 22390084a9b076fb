// Detection as a study does it, in a file of no study: seen once to find and to learn, then those turns once more that
// can hold what was learned, as a name on the last page counts on the first. Findings wait in between in a spool, not
// in memory; the turns of an interview wait in memory, and what is longer than a few days of talk is read again.
// Explanations need all turns at once, and hold them. Places are given in the document's own bytes.
#include "look/detect_text.hpp"

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "detect/finding_spool.hpp"
#include "detect/name_marks.hpp"
#include "detect/seen_turns.hpp"
#include "read/turns/text_turns.hpp"

namespace moniker::look {
namespace {

constexpr std::string_view label_rule = "speaker-label";

DetectedSpan span_of(const rules::RuleSet& rules, const Finding& finding) {
  const Label& label = rules.label(finding.label);
  const rules::Rule& rule = rules.rule(finding.rule);
  return {.begin = 0,
          .end = 0,
          .label = label.name,
          .subtype = rule.subtype,
          .rule = rule.id,
          .score = finding.score,
          .at = {},
          .turn = finding.utterance,
          .doubtful = finding.score < label.replace,
          .why = {}};
}

/// Findings of utterances, each with its claims where they were asked for.
struct Reasoned {
  Finding finding{};
  std::vector<rules::ClaimTrace> why{};
};
std::vector<Reasoned> find(const rules::RuleSet& rules, const Register& people, const std::vector<Utterance>& turns,
                           bool explain) {
  std::vector<Reasoned> all;
  if (!explain) {
    for (const Finding& finding : detect::detect_utterances(rules, people, turns)) all.push_back({finding, {}});
    return all;
  }
  for (const detect::Explained& one : detect::explain_utterances(rules, people, turns)) {
    for (const Finding& finding : one.findings) all.push_back({finding, detect::claims_on(one, finding)});
  }
  return all;
}

/// Claims with their places moved.
template <class Moved>
void move_claims(std::vector<rules::ClaimTrace>& claims, const Moved& moved_to) {
  const auto moved = [&](ByteRange& bytes) { bytes = moved_to(bytes); };
  for (rules::ClaimTrace& claim : claims) {
    moved(claim.claim.bytes);
    if (claim.fate == rules::Fate::lost) moved(claim.winner.bytes);
    if (claim.fate == rules::Fate::kept) moved(claim.keep.bytes);
    std::for_each(claim.left.begin(), claim.left.end(), moved);
  }
}

/// Line and column of a byte offset, given once in ascending order.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}
  Position at(std::uint64_t offset) {
    for (; at_ < offset; ++at_) {
      if (text_[at_] == '\n') ++line_, line_begin_ = at_ + 1;
    }
    return {line_, static_cast<std::uint32_t>(count_code_points(text_.substr(line_begin_, offset - line_begin_)) + 1)};
  }

 private:
  std::string_view text_;
  std::uint64_t at_ = 0, line_begin_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::vector<DetectedSpan> detect_text(const rules::RuleSet& rules, const Register& people, std::string_view text,
                                      bool explain) {
  const std::vector<read::TextTurn> turns = read::text_turns(text, rules.language());
  std::vector<Utterance> utterances;
  const detect::SeenTurns sight(rules, people);
  std::vector<detect::SeenTurn> seen;
  for (const read::TextTurn& turn : turns) seen.push_back(sight.see(turn.utterance));
  for (const detect::SeenTurn& turn : seen) utterances.push_back(turn.turn);
  std::vector<DetectedSpan> spans;
  for (Reasoned& found : find(rules, people, utterances, explain)) {
    const Finding& finding = found.finding;
    const auto turn = std::lower_bound(turns.begin(), turns.end(), finding.utterance,
                                       [](const read::TextTurn& t, std::uint64_t n) { return t.utterance.number < n; });
    // Claims in the document's bytes. A document in memory is far below 4 GiB.
    const detect::SeenTurn& as_seen = seen[static_cast<std::size_t>(turn - turns.begin())];
    const auto source_of = [&](ByteRange bytes) -> ByteRange {
      const read::SourceRange source = turn->source_of(as_seen.delivered(bytes));
      return {static_cast<std::uint32_t>(source.begin), static_cast<std::uint32_t>(source.end)};
    };
    const ByteRange range = source_of(finding.bytes);
    DetectedSpan span = span_of(rules, finding);
    span.begin = range.begin;
    span.end = range.end;
    move_claims(found.why, source_of);
    span.why = std::move(found.why);
    spans.push_back(std::move(span));
  }
  const detect::Detector labels(rules, people);
  for (const read::TextTurn& turn : turns) {
    if (turn.label.begin == turn.label.end) continue;
    const std::string_view label = text.substr(turn.label.begin, turn.label.end - turn.label.begin);
    for (const ByteRange bytes : labels.names_in_label(label)) {
      const read::SourceRange range = turn.source_of_label(bytes);
      spans.push_back({.begin = range.begin,
                       .end = range.end,
                       .label = rules.person().name,
                       .subtype = {},
                       .rule = std::string(label_rule),
                       .score = 0.95F,
                       .at = {},
                       .turn = turn.utterance.number,
                       .doubtful = false,
                       .why = {}});
    }
  }
  std::sort(spans.begin(), spans.end(), [](const DetectedSpan& a, const DetectedSpan& b) {
    return std::tie(a.begin, a.end, a.label) < std::tie(b.begin, b.end, b.label);
  });
  Places places(text);
  for (DetectedSpan& span : spans) span.at = places.at(span.begin);
  return spans;
}

namespace {

/// `turn` as it was delivered, the finding in it as it was seen.
void tell(const rules::RuleSet& rules, const Utterance& turn, const detect::SeenTurn& seen, const Finding& finding,
          std::vector<rules::ClaimTrace> why, const TakeSpan& take) {
  DetectedSpan span = span_of(rules, finding);
  const ByteRange bytes = seen.delivered(finding.bytes);
  span.begin = bytes.begin;
  span.end = bytes.end;
  span.at = turn.at;
  for (const Cue& cue : turn.cues) {
    if (cue.begin <= bytes.begin) span.at = cue.at;
  }
  move_claims(why, [&](ByteRange of) { return seen.delivered(of); });
  span.why = std::move(why);
  take(span, turn);
}

void explain_transcript(const rules::RuleSet& rules, const Register& people, const OpenTranscript& open,
                        const TakeSpan& take) {
  const read::OpenedTranscript opened = open();
  std::vector<Utterance> turns;
  while (auto turn = opened.reader->next()) turns.push_back(std::move(*turn));
  const detect::SeenTurns sight(rules, people);
  std::vector<detect::SeenTurn> seen;
  for (const Utterance& turn : turns) seen.push_back(sight.see(turn));
  std::vector<Utterance> searched;
  for (const detect::SeenTurn& turn : seen) searched.push_back(turn.turn);
  const std::vector<detect::Explained> all = detect::explain_utterances(rules, people, searched);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Finding& finding : all[i].findings)
      tell(rules, turns[i], seen[i], finding, detect::claims_on(all[i], finding), take);
  }
}

/// The turns of a transcript, while they are few enough to wait in memory.
class FewTurns {
 public:
  void add(const Utterance& turn) {
    bytes_ += sizeof turn + turn.text.size() + turn.speaker.size() + turn.cues.size() * sizeof(Cue);
    if (all_there())
      turns_.push_back(turn);
    else
      std::vector<Utterance>().swap(turns_);
  }
  bool all_there() const { return bytes_ <= most; }
  const std::vector<Utterance>& all() const { return turns_; }

 private:
  static constexpr std::size_t most = std::size_t{4} << 20;
  std::size_t bytes_ = 0;
  std::vector<Utterance> turns_{};
};

}  // namespace

void detect_transcript(const rules::RuleSet& rules, const Register& people, const OpenTranscript& open, bool explain,
                       const TakeSpan& take) {
  if (explain) return explain_transcript(rules, people, open, take);
  const auto known = detect::known_people(rules, people);
  const detect::SeenTurns sight(rules, known);
  detect::Detector detector(rules, known);
  detect::FindingSpool first;
  detect::NameMarks marks(rules.compiled());
  FewTurns few;
  {
    const read::OpenedTranscript opened = open();
    while (auto turn = opened.reader->next()) {
      few.add(*turn);
      detector.take(sight.see(std::move(*turn)).turn, [&](const Marked& marked) { first.add(marked.findings); });
      detector.mark(marks);
    }
  }
  const detect::LearnedMatcher matcher(rules, detector.learned());
  detect::LearnedReader reader(matcher, detector);
  first.rewind();
  marks.look_for(detector.learned());
  const auto see_again = [&](const Utterance& turn) {
    std::vector<Finding> found = first.take(turn.number);
    const bool more = marks.next_may_hold();
    if (found.empty() && !more) return;
    const detect::SeenTurn seen = sight.see(turn);
    if (more) found = reader.add(seen.turn, std::move(found));
    for (const Finding& finding : found) tell(rules, turn, seen, finding, {}, take);
  };
  if (few.all_there()) {
    for (const Utterance& turn : few.all()) see_again(turn);
    return;
  }
  const read::OpenedTranscript opened = open();
  while (const auto turn = opened.reader->next()) see_again(*turn);
}

}  // namespace moniker::look
