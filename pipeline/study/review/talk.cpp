// One transcript before and after: the Rewriter's own account of every turn, cut into pieces, so that a page need not
// count bytes.
#include "review/talk.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "moniker/error.hpp"
#include "read/open_transcript.hpp"
#include "work/found_before.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_around = 120;  // bytes of a sentence that are shown on either side

std::string part_of(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  return text.substr(begin, end - begin);
}

Piece piece_of(const RewrittenTurn& turn, const rules::RuleSet& rules, std::size_t index) {
  const Finding& finding = turn.findings[index];
  const replace::Decision& decision = turn.decisions[index];
  Piece piece{.begin = finding.bytes.begin};
  if (decision.label == nullptr) return piece;  // told apart from names of ours
  piece.label = decision.label->name;
  if (decision.entity) piece.entity = shown_name(*decision.entity);
  piece.rule = rules.rule(finding.rule).id;
  piece.score = finding.score;
  piece.doubtful = decision.instead && finding.score < decision.label->replace;
  return piece;
}

/// Where a sentence that holds `at` may begin or end.
bool ends_sentence(char c) { return c == '.' || c == '?' || c == '!' || c == '\n'; }

/// The first byte of a character, at or behind `at`.
std::size_t whole(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

bool begins_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at == 0 || ends_sentence(text[at - 1]);
}

std::size_t sentence_begin(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < most_around && !begins_sentence(text, begin)) --begin;
  if (begins_sentence(text, begin)) return skip_blanks(text, begin);
  const std::size_t blank = text.find(' ', begin);
  return blank < at ? blank + 1 : whole(text, begin);
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < most_around && !ends_sentence(text[end])) ++end;
  if (end < text.size() && ends_sentence(text[end])) return end + 1;
  if (end == text.size()) return end;
  const std::size_t blank = text.rfind(' ', end);
  return blank != std::string_view::npos && blank > at ? blank : whole(text, end);
}

}  // namespace

TalkTurn talk_turn(const RewrittenTurn& turn, const rules::RuleSet& rules) {
  const Utterance& delivered = turn.delivered;
  TalkTurn talk{.number = turn.rewritten.utterance.number,
                .delivered = delivered.number,
                .speaker = delivered.speaker,
                .now = turn.rewritten.utterance.speaker,
                .time = delivered.time,
                .part = delivered.part};
  if (turn.findings.empty() && !turn.rewritten.replacements.empty()) {  // nobody may read it any more
    talk.left_out = true;
    talk.speaker.clear();
    talk.pieces.push_back({.by = turn.rewritten.utterance.text});
    return talk;
  }
  std::uint32_t told = 0;
  const auto plain_to = [&](std::uint32_t begin) {
    if (begin > told) talk.pieces.push_back({.was = part_of(delivered.text, told, begin), .begin = told});
    told = begin;
  };
  std::size_t next = 0;  // replacement
  for (std::size_t i = 0; i < turn.findings.size(); ++i) {
    Piece piece = piece_of(turn, rules, i);
    ByteRange bytes = turn.findings[i].bytes;
    const auto& replacements = turn.rewritten.replacements;
    if (next < replacements.size() && replacements[next].finding == i) {
      bytes = replacements[next].was;
      piece.by = replacements[next++].by;
    } else if (piece.label.empty()) {
      continue;
    }
    plain_to(bytes.begin);
    piece.begin = bytes.begin;
    piece.was = part_of(delivered.text, bytes.begin, bytes.end);
    told = bytes.end;
    talk.pieces.push_back(std::move(piece));
  }
  plain_to(static_cast<std::uint32_t>(delivered.text.size()));
  return talk;
}

void rewrite_again(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript,
                   const std::function<void(const RewrittenTurn&)>& take) {
  const auto& [study, rules, keys, decided, map, transcripts, shared] = reviewed;
  if (!transcript.stopped.empty()) throw Error::usage("the transcript is quarantined", "see reports/run.md");
  ScanReader reader(study.layout, transcript.file.key, keys.work_identity);
  const ScanRecord& scanned = reader.record();
  if (content_of(transcript.file) != scanned.content) {
    throw Error::usage("the file changed after it was scanned", "run `moniker run` again", {transcript.shown});
  }
  ApplyRecord record;
  audit::ReplacementRows rows(transcript.id, [](std::string_view) {});
  const std::vector<std::unique_ptr<Output>> nowhere;
  Rewriter rewriter(shared, transcript.file.file, nowhere, record, rows);
  rewriter.watch(take);
  FoundBefore found(reader, shared.names);
  read::OpenedTranscript opened = read::open_transcript(
      transcript.file.place, [](Issue) {},
      {.language = rules.set.language(), .knows = shared.seen.knows(), .limits = study.config.checks.limits});
  while (auto utterance = opened.reader->next()) rewriter.take(*utterance, found.in(utterance->number));
  found.finish();
}

std::vector<TalkTurn> read_talk(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript) {
  std::vector<TalkTurn> turns;
  rewrite_again(reviewed, transcript,
                [&](const RewrittenTurn& turn) { turns.push_back(talk_turn(turn, reviewed.rules.set)); });
  return turns;
}

InSentence in_sentence(std::string_view text, ByteRange bytes) {
  const std::size_t begin = sentence_begin(text, bytes.begin), end = sentence_end(text, bytes.end);
  const auto cut = [&](std::size_t from, std::size_t to) { return std::string(text.substr(from, to - from)); };
  const bool whole_end = end == text.size() || ends_sentence(text[end - 1]);
  return {.before = (begins_sentence(text, begin) ? "" : "… ") + cut(begin, bytes.begin),
          .words = cut(bytes.begin, bytes.end),
          .after = cut(bytes.end, end) + (whole_end ? "" : " …")};
}

}  // namespace moniker::study
