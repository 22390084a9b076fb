#include "review/looked_transcript.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "moniker/error.hpp"
#include "read/open_transcript.hpp"
#include "resolve/manner.hpp"

namespace moniker::study {

LookedTranscript::LookedTranscript(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript)
    : reviewed_(reviewed), transcript_(transcript), talk_(read_talk(reviewed, transcript)) {}

LookedTranscript::Why LookedTranscript::why(std::uint64_t turn, std::uint32_t begin) {
  if (turn >= talk_.size()) throw Error::usage("the transcript has no such turn", "reload the page");
  if (talk_[turn].left_out) return {};
  if (seen_.empty()) explain();
  const auto at = std::find_if(seen_.begin(), seen_.end(),
                               [&](const detect::SeenTurn& seen) { return seen.turn.number == talk_[turn].delivered; });
  if (at == seen_.end()) throw Error::usage("the transcript has no such turn", "reload the page");
  const detect::Explained& explained = explained_[static_cast<std::size_t>(at - seen_.begin())];
  const std::uint32_t byte = at->disguised ? at->disguised->seen(begin) : begin;
  const ByteRange bytes{byte, byte + 1};
  Why why{.found = why_found(reviewed_.rules.set, at->turn, explained, bytes)};
  for (const Finding& finding : explained.findings) {
    if (finding.bytes.overlaps(bytes)) why.who = who(at->turn, finding);
  }
  return why;
}

void LookedTranscript::explain() {
  const rules::RuleSet& rules = reviewed_.rules.set;
  read::OpenedTranscript opened = read::open_transcript(transcript_.file.place, [](Issue) {},
                                                        {.language = rules.language(),
                                                         .knows = reviewed_.shared.seen.knows(),
                                                         .limits = reviewed_.study.config.checks.limits});
  std::vector<Utterance> turns;
  while (auto utterance = opened.reader->next()) {
    seen_.push_back(reviewed_.shared.seen_by_learned.see(std::move(*utterance)));
    turns.push_back(seen_.back().turn);
  }
  explained_ = detect::explain_utterances(rules, reviewed_.study.people, turns, &reviewed_.map.learned);
}

std::string LookedTranscript::who(const Utterance& turn, const Finding& finding) const {
  const rules::RuleSet& rules = reviewed_.rules.set;
  const resolve::Assignment& assignment = reviewed_.map.assignment;
  const Label& label = rules.label(finding.label);
  const resolve::SaidName said = resolve::said_name(turn.text, finding.bytes, label.means, rules.language());
  const resolve::SaidIn where{transcript_.file.file, turn.speaker, said.manner};
  const Entity* const entity = assignment.find(where, label, said.surface, rules.language());
  const resolve::Ground* const ground = assignment.ground(where, label, said.surface, rules.language());
  if (entity == nullptr || ground == nullptr) return {};
  return fmt::format("{}: {}", shown_name(*entity), resolve::reason_sentence(ground->reason));
}

}  // namespace moniker::study
