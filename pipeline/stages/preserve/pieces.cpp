// What stands now at each place of the source that had words. A turn's runs point at (paragraph << 32 | byte) of the
// part, so each stretch of rewritten text is put back where its old words were: kept stretches run by run, a
// replacement into the first run that it touches. After settle() a paragraph's pieces are in order, do not overlap, and
// what no utterance claims is dropped but for times, blanks and the colon of a label.
#include "preserve/pieces.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

#include "read/turns/timestamp.hpp"
#include "write/turn_text.hpp"

namespace moniker::preserve {
namespace {

/// The bytes of a run. What the reader put between two lines or cells stands nowhere.
ByteRange bytes_of_run(const read::TextTurn& turn, std::size_t run) {
  const std::string& text = turn.utterance.text;
  const std::uint32_t begin = turn.runs[run].text;
  if (run + 1 == turn.runs.size()) return {begin, static_cast<std::uint32_t>(text.size())};
  const std::uint32_t end = turn.runs[run + 1].text;
  const bool joint = end > begin && (text[end - 1] == '\n' || text[end - 1] == '\t');
  return {begin, joint ? end - 1 : end};
}

std::string clock(std::chrono::milliseconds time, bool hours) {
  const auto all = time.count();
  const auto minutes = all / 60000, seconds = all / 1000 % 60, rest = all % 1000;
  std::string text = hours ? fmt::format("{:02}:{:02}:{:02}", minutes / 60, minutes % 60, seconds)
                           : fmt::format("{:02}:{:02}", minutes, seconds);
  if (rest > 0) text += fmt::format(".{:03}", rest);
  return text;
}

bool is_time(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  const std::string_view words = text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
  const auto stamp = read::stamp_at(words);
  return stamp && stamp->length == words.size();
}

/// A time as it was meant, in brackets like those it had.
std::string written(const read::Stamp& stamp, std::string_view as) {
  const std::size_t first = std::min(as.find_first_of("0123456789"), as.size());
  const auto begins = read::clock_time_at(as.substr(first));
  const bool hours = !begins || begins->parts == 3;
  if (as.front() == '#') {
    return fmt::format("#{}-{}#", clock(std::chrono::floor<std::chrono::seconds>(stamp.time.begin), hours),
                       stamp.time.begin.count() % 1000 / 100);
  }
  std::string text = clock(stamp.time.begin, hours);
  if (stamp.time.end > stamp.time.begin) text += " - " + clock(stamp.time.end, hours);
  constexpr std::string_view open = "[(<{", close = "])>}";
  const std::size_t kind = open.find(as.front());
  if (kind == std::string_view::npos) return text;
  return open[kind] + text + close[kind];
}

}  // namespace

void PartPieces::put(std::uint64_t source, Piece piece) {
  piece.begin = static_cast<std::uint32_t>(source & 0xFFFFFFFFU);
  piece.end += piece.begin;
  paragraphs_[static_cast<std::uint32_t>(source >> 32)].push_back(std::move(piece));
}

void PartPieces::add_range(const read::TextTurn& turn, ByteRange was, std::string_view text, bool kept) {
  bool first = true;
  const auto after = std::upper_bound(turn.runs.begin(), turn.runs.end(), was.begin,
                                      [](std::uint32_t at, const read::SourceRun& run) { return at < run.text; });
  const auto from = after == turn.runs.begin() ? after : after - 1;
  for (auto run = static_cast<std::size_t>(from - turn.runs.begin()); run < turn.runs.size(); ++run) {
    if (turn.runs[run].text >= was.end) return;
    const ByteRange all = bytes_of_run(turn, run);
    const ByteRange part{std::max(all.begin, was.begin), std::min(all.end, was.end)};
    if (part.begin >= part.end) continue;
    Piece piece{.end = part.size(), .kept = kept};
    if (kept)
      piece.text = text.substr(part.begin - was.begin, part.size());
    else if (std::exchange(first, false))
      piece.text = text;
    put(turn.runs[run].source + (part.begin - all.begin), std::move(piece));
  }
}

void PartPieces::add(const read::TextTurn& turn, const Rewritten& rewritten) {
  const std::string_view now = rewritten.utterance.text;
  std::uint32_t was_to = 0, now_to = 0;
  for (const Replacement& r : rewritten.replacements) {
    add_range(turn, {was_to, r.was.begin}, now.substr(now_to, r.is.begin - now_to), true);
    add_range(turn, r.was, now.substr(r.is.begin, r.is.size()), false);
    was_to = r.was.end;
    now_to = r.is.end;
  }
  add_range(turn, {was_to, static_cast<std::uint32_t>(turn.utterance.text.size())}, now.substr(now_to), true);
  if (turn.label.end <= turn.label.begin) return;
  put(turn.label.begin, {.end = static_cast<std::uint32_t>(turn.label.end - turn.label.begin),
                         .text = write::speaker_id(rewritten.utterance.speaker)});
}

std::vector<Piece> pieces_between(std::string_view paragraph, std::uint32_t begin, std::uint32_t end) {
  std::vector<Piece> out;
  for (std::uint32_t at = begin; at < end;) {
    const std::size_t line_end =
        std::min<std::size_t>(paragraph.find('\n', at), end);  // a time may stand alone on its line
    if (const auto stamp = read::stamp_at(paragraph.substr(at, line_end - at)); stamp && stamp->length > 0) {
      const auto length = static_cast<std::uint32_t>(stamp->length);
      out.push_back({at, at + length, written(*stamp, paragraph.substr(at, length))});
      at += length;
      continue;
    }
    const char c = paragraph[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == ':') out.push_back({at, at + 1, std::string(1, c), true});
    ++at;
  }
  return out;
}

void PartPieces::settle(const read::DocxSource& source) {
  for (std::uint32_t number = 0; number < source.paragraphs.size(); ++number) {
    const std::string& text = source.paragraphs[number];
    if (text.empty()) continue;
    std::vector<Piece>& pieces = paragraphs_[number];
    if (pieces.empty()) {  // of no utterance: a time in a cell of its own, or what nobody searched
      if (is_time(text)) pieces = pieces_between(text, 0, static_cast<std::uint32_t>(text.size()));
      continue;
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
    std::vector<Piece> all;
    std::uint32_t to = 0;
    const auto between = [&](std::uint32_t end) {
      for (Piece& piece : pieces_between(text, to, end)) all.push_back(std::move(piece));
    };
    for (Piece& piece : pieces) {
      if (piece.begin < to || piece.end > text.size())
        throw std::logic_error("preserve: a word's place is not its own");
      between(piece.begin);
      to = piece.end;
      all.push_back(std::move(piece));
    }
    between(static_cast<std::uint32_t>(text.size()));
    pieces = std::move(all);
  }
}

std::string PartPieces::text_at(std::uint32_t paragraph, std::uint32_t begin, std::uint32_t end) const {
  std::string text;
  const auto found = paragraphs_.find(paragraph);
  if (found == paragraphs_.end()) return text;
  const auto& pieces = found->second;
  auto piece = std::partition_point(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.end <= begin; });
  for (; piece != pieces.end() && piece->begin < end; ++piece) {
    if (piece->kept) {
      const std::uint32_t from = std::max(begin, piece->begin), to = std::min(end, piece->end);
      text.append(piece->text, from - piece->begin, to - from);
    } else if (piece->begin >= begin) {
      text += piece->text;
    }
  }
  return text;
}

std::string PartPieces::whole() const {
  std::string text;
  for (const auto& [number, pieces] : paragraphs_) {
    for (const Piece& piece : pieces) text += piece.text;
  }
  return text;
}

}  // namespace moniker::preserve
