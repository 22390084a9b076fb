#include "read/turns/document_turns.hpp"

#include <utility>

namespace moniker::read {

DocumentTurns::DocumentTurns(DocumentBlocks blocks, std::deque<SideText>& side, const DocumentTally& tally,
                             const ReadOptions& options, Sink<Issue> issues)
    : lines_(std::move(blocks), options.language),
      turns_([this] { return lines_.next(); }, options, issues),
      side_(side),
      tally_(tally),
      issues_(std::move(issues)) {}

std::optional<Utterance> DocumentTurns::next() {
  if (!talk_ended_) {
    if (auto turn = turns_.next()) return numbered(std::move(turn->utterance));
    talk_ended_ = true;
  }
  if (side_.empty()) {
    tell();
    return std::nullopt;
  }
  SideText side = std::move(side_.front());
  side_.pop_front();
  return numbered({.text = std::move(side.text), .at = {side.paragraph, 1}, .part = side.part});
}

Utterance DocumentTurns::numbered(Utterance utterance) {
  utterance.number = number_++;
  return utterance;
}

void DocumentTurns::tell() {
  if (std::exchange(told_, true)) return;
  for (const Issue& issue : {tally_.pictures, tally_.objects, tally_.authors, tally_.insertions, tally_.deletions,
                             tally_.hidden, tally_.comments, tally_.margins, tally_.repaired, lines_.columns()}) {
    if (issue.count > 0) issues_(issue);
  }
}

}  // namespace moniker::read
