#include "review/elsewhere.hpp"

#include <algorithm>

#include "detect/decided.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_shown = 8;

/// What would be claimed in a turn as it was delivered, were it decided.
class Claimed {
 public:
  Claimed(const ReviewedStudy& reviewed, std::string_view words)
      : reviewed_(reviewed), words_(reviewed.rules.set, reviewed.keys.decisions, {form(words)}), reader_(words_) {}

  std::vector<ByteRange> in(const Utterance& delivered, std::uint64_t turn) {
    const detect::SeenTurn seen = reviewed_.shared.seen.see(delivered);
    std::vector<ByteRange> all;
    for (const detect::Claim& claim : reader_.claims(seen.turn, turn)) all.push_back(seen.delivered(claim.bytes));
    return all;
  }

 private:
  detect::DecidedForm form(std::string_view words) const {
    return {.words = detect::hashed_words(reviewed_.keys.decisions, words),
            .capital = detect::needs_capital(reviewed_.rules.set, words)};
  }

  const ReviewedStudy& reviewed_;
  detect::DecidedWords words_;
  detect::DecidedReader reader_;
};

}  // namespace

Elsewhere elsewhere(const ReviewedStudy& reviewed, std::string_view words) {
  Elsewhere found;
  if (detect::hashed_words(reviewed.keys.decisions, words).empty()) return found;
  Claimed claimed(reviewed, words);
  for (std::size_t number = 0; number < reviewed.transcripts.size(); ++number) {
    const ReviewedTranscript& transcript = reviewed.transcripts[number];
    if (!transcript.stopped.empty()) continue;
    const std::uint64_t before = found.open;
    rewrite_again(reviewed, transcript, [&](const RewrittenTurn& turn) {
      const std::uint64_t at = turn.rewritten.utterance.number;
      for (const ByteRange bytes : claimed.in(turn.delivered, at)) {
        const auto& replaced = turn.rewritten.replacements;
        const bool masked =
            std::any_of(replaced.begin(), replaced.end(), [&](const Replacement& r) { return r.was.overlaps(bytes); });
        ++(masked ? found.masked : found.open);
        if (masked || found.first.size() >= most_shown) continue;
        found.first.push_back({.transcript = number,
                               .turn = at,
                               .begin = bytes.begin,
                               .speaker = turn.delivered.speaker,
                               .said = in_sentence(turn.delivered.text, bytes)});
      }
    });
    found.transcripts += found.open > before ? 1 : 0;
  }
  return found;
}

}  // namespace moniker::study
