// What was delivered beside what was sealed undoes the study's work for one transcript, so that it is written down
// first, as a question to the linkage table is. Which delivery it was the sealed copy tells, by the digest of its bytes
// (the log of an older moniker told it): no name is needed, and nothing else is taken for it.
#include "diff/diff.hpp"

#include <algorithm>

#include "audit/log_events.hpp"
#include "audit/named_files.hpp"
#include "audit/reason.hpp"
#include "base/bundle.hpp"
#include "base/delivery_folder.hpp"
#include "moniker/entity.hpp"
#include "moniker/error.hpp"
#include "outputs/asker.hpp"
#include "read/open_transcript.hpp"

namespace moniker::custodian {
namespace {

/// Digest of the delivery that a marked copy was last made of.
std::string input_of(const StudyLayout& layout, const std::string& output) {
  std::string last;
  audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) {
    const auto* published = std::get_if<audit::events::Published>(&logged.event);
    if (published && published->output == output) last = published->input;
  });
  return last;
}

/// Nothing where it is not in incoming/ any more, or there is no such folder here.
std::optional<std::filesystem::path> delivery_with(const StudyLayout& layout, const std::string& digest) {
  if (!std::filesystem::is_directory(layout.incoming())) return std::nullopt;
  for (const DeliveryEntry& entry : list_deliveries(layout).entries) {
    if (entry.odd) continue;
    try {
      if (hex(digest_of_file(entry.place)) == digest) return entry.place;
    } catch (const Error&) {
      continue;  // what cannot be read is not the one that was
    }
  }
  return std::nullopt;
}

/// Turns are numbered over what is written: the rest of a document (comments, headers) has none.
std::vector<Utterance> written_turns(const std::filesystem::path& file, const read::ReadOptions& options) {
  std::vector<Utterance> turns;
  const read::OpenedTranscript opened = read::open_transcript(
      file, [](Issue) {}, options);
  while (auto utterance = opened.reader->next()) {
    if (is_written(utterance->part)) turns.push_back(std::move(*utterance));
  }
  return turns;
}

void record(const StudyLayout& layout, const DiffRequest& request, bool delivered, const Clock& clock) {
  constexpr std::string_view kinds[] = {"none", "sealed", "plain"};
  log_signed(layout, request.asker, clock,
             audit::events::Compared{.transcript = request.transcript,
                                     .by = request.asker.by,
                                     .reason = request.asker.reason,
                                     .page = std::string(kinds[static_cast<std::size_t>(request.page)]),
                                     .delivered = delivered});
}

/// Who has withdrawn is shown to nobody: neither what they said nor how others called them.
void leave_out_withdrawn(DiffTurn& turn) {
  if (turn.speaker == tombstone) turn.was_speaker.clear();
  for (DiffPiece& piece : turn.pieces) {
    const auto& labels = piece.labels;
    if (std::find(labels.begin(), labels.end(), tombstone) != labels.end()) piece.was.clear();
  }
}

DiffTurn laid_beside(const ExportedTurn& after, const Utterance* before) {
  DiffTurn turn{.number = after.turn.number + 1, .time = after.turn.time, .speaker = after.turn.speaker};
  if (!before) {
    turn.pieces = without_before(after.turn.text, after.marks);
    return turn;
  }
  turn.was_speaker = before->speaker;
  turn.pieces = aligned(before->text, after.turn.text, after.marks);
  leave_out_withdrawn(turn);
  return turn;
}

}  // namespace

bool DiffTurn::changed() const {
  return std::any_of(pieces.begin(), pieces.end(), [](const DiffPiece& piece) { return piece.changed; });
}

std::size_t Diff::changes() const {
  std::size_t all = 0;
  for (const DiffTurn& turn : turns) {
    all += static_cast<std::size_t>(
        std::count_if(turn.pieces.begin(), turn.pieces.end(), [](const DiffPiece& piece) { return piece.changed; }));
  }
  return all;
}

Diff compare_transcript(const StudyLayout& layout, const DiffRequest& request, const Clock& clock) {
  const Asker& asker = request.asker;
  if (!asker.reason.empty()) audit::check_reason(asker.reason);
  const bool an_id = is_numbered_id(request.transcript, asker.transcript_prefix);
  const auto file = an_id ? marked_file(layout, request.transcript) : layout.out();
  if (!an_id || !std::filesystem::exists(file)) {
    throw Error::usage("there is no such transcript in out/", "name one as reports/run.md does: T03",
                       {layout.out().string()});
  }
  const audit::NamedFiles named = audit::verified_files(layout, asker.public_key, asker.witness);
  const ExportedTranscript after = open_marked(file, {asker.identities, named, asker.transcript_prefix});
  const auto delivery =
      delivery_with(layout, after.delivered.empty() ? input_of(layout, file.filename().string()) : after.delivered);
  std::vector<Utterance> before;
  if (delivery) before = written_turns(*delivery, request.reading);
  if (delivery && before.size() != after.turns.size()) {
    throw Error::integrity("what was delivered is read in other turns than it was sealed in",
                           "let `moniker run` write it anew: an older moniker, or other rules, made it",
                           {file.string()});
  }
  record(layout, request, delivery.has_value(), clock);
  Diff diff{.transcript = request.transcript, .delivered = delivery.has_value()};
  for (std::size_t i = 0; i < after.turns.size(); ++i)
    diff.turns.push_back(laid_beside(after.turns[i], delivery ? &before[i] : nullptr));
  return diff;
}

}  // namespace moniker::custodian
