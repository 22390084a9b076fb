// A document's paragraphs and tables as lines. A table may be talk (a label in one column, what was said in the next)
// or a form with fields about the interview; up to 200 rows or 64 KiB of it are held, then all of it is the one or the
// other. Each line keeps where its words stood (paragraph << 32 | byte), so that a document can be rewritten in place.
#include "read/turns/document_lines.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_rows = 200, most_row_bytes = 64 * 1024;

/// Whether what is set off ends in the middle of a word, as where somebody corrected its first letter: no label.
bool ends_inside_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const CodePoint before = code_point_before(text, at), next = code_point_at(text, at);
  if (!is_word(before.value)) return false;
  const bool joins = is_apostrophe(next.value) || is_hyphen(next.value);
  return is_word(joins ? code_point_at(text, at + next.length).value : next.value);
}

/// The running number of a caption above its times, where captions were pasted into a document.
bool is_caption_number(const Line& line, const Line& next) {
  const std::string_view number = trimmed(line.text), times = trimmed(next.text);
  if (number.empty() || number.size() > 6 || !is_number(number) || line.sealed || line.matter) return false;
  const auto stamp = stamp_at(times);
  return stamp && stamp->length == times.size() && stamp->time.end > stamp->time.begin;
}

}  // namespace

std::vector<Line> lines_of(const DocumentParagraph& paragraph) {
  std::vector<Line> lines;
  std::uint32_t column = paragraph.column;
  const std::uint32_t emphasis = ends_inside_word(paragraph.text, paragraph.emphasis) ? 0 : paragraph.emphasis;
  for (std::size_t at = 0; at <= paragraph.text.size();) {
    const std::size_t end = std::min(paragraph.text.find('\n', at), paragraph.text.size());
    Line line{.text = paragraph.text.substr(at, end - at), .at = {paragraph.number, column}};
    line.source = source_of(paragraph) + at;
    line.continues = paragraph.continues && at == 0;
    line.emphasis =
        static_cast<std::uint32_t>(std::min<std::size_t>(emphasis > at ? emphasis - at : 0, line.text.size()));
    column += static_cast<std::uint32_t>(count_code_points(line.text)) + 1;
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::optional<Line> DocumentLines::next() {
  fill(2);
  if (ready_.size() > 1 && is_caption_number(ready_[0], ready_[1])) ready_.pop_front();
  if (ready_.empty()) return std::nullopt;
  Line line = std::move(ready_.front());
  ready_.pop_front();
  return line;
}

void DocumentLines::fill(std::size_t lines) {
  while (ready_.size() < lines && !ended_) {
    if (auto block = blocks_()) {
      take(std::move(*block));
    } else {
      decide();
      ended_ = true;
    }
  }
}

void DocumentLines::take(DocumentBlock block) {
  if (block.table != table_) {
    decide();
    table_ = block.table;
    talk_.reset();
  }
  if (block.table == 0) {
    const DocumentParagraph& paragraph = block.cells.front().front();
    if (paragraph.boxed) return give_matter(block.cells);
    for (Line& line : lines_of(paragraph)) ready_.push_back(std::move(line));
    return;
  }
  if (talk_) return give_row(std::move(block.cells));
  for (const DocumentCell& cell : block.cells) held_bytes_ += words_of(cell).size();
  held_.push_back(std::move(block.cells));
  if (held_.size() >= most_rows || held_bytes_ >= most_row_bytes) decide();
}

void DocumentLines::decide() {
  if (held_.empty()) return;
  talk_.emplace(held_, language_);
  numbers_ = 0;
  for (TableRow& row : std::exchange(held_, {})) give_row(std::move(row));
  held_bytes_ = 0;
}

void DocumentLines::give_row(TableRow row) {
  const auto parted = talk_->is_talk() ? talk_->part(row) : std::nullopt;
  if (!parted) return give_matter(row);
  const bool headed = talk_->is_headed();
  const bool names = headed || parted->label.empty() || label_shape(parted->label, language_) != LabelShape::none;
  if (!names) return give_matter(row);
  give_talk(*parted, row);
  if (parted->numbers > numbers_) {
    if (columns_.count == 0) columns_.at = ready_.back().at;
    columns_.count += parted->numbers - std::exchange(numbers_, parted->numbers);
  }
  TableRow beside;
  for (const std::size_t cell : parted->beside) beside.push_back(std::move(row[cell]));
  give_matter(beside);
}

void DocumentLines::give_talk(const TalkRow& parted, const TableRow& row) {
  std::vector<Line> lines;
  for (const std::size_t cell : parted.talk) {
    for (const DocumentParagraph& paragraph : row[cell]) {
      for (Line& line : lines_of(paragraph)) lines.push_back(std::move(line));
    }
  }
  std::erase_if(lines, [](const Line& line) { return trimmed(line.text).empty(); });
  if (lines.empty()) lines.emplace_back();
  for (Line& line : lines) line.sealed = parted.speaker.has_value();
  if (!parted.label.empty()) {
    const DocumentCell& cell = row[*parted.speaker];
    lines.front().speaker = parted.label;
    const std::uint64_t source = sourced_words_of(cell).pieces.front().source;
    lines.front().speaker_source = {source, source + parted.label.size()};
    lines.front().at = {cell.front().number, 1};
  }
  lines.front().time = parted.time;
  for (Line& line : lines) ready_.push_back(std::move(line));
}

void DocumentLines::give_matter(const TableRow& row) {
  std::string words;
  Line line{.matter = true};
  line.at = {0, 1};
  for (const DocumentCell& cell : row) {
    if (line.at.line == 0 && !cell.empty()) line.at = {cell.front().number, 1};
    const CellWords said = sourced_words_of(cell);
    if (said.text.empty()) continue;
    if (!words.empty()) words += '\t';
    for (const SourceRun& piece : said.pieces) {
      line.pieces.push_back({static_cast<std::uint32_t>(words.size()) + piece.text, piece.source});
    }
    words += said.text;
  }
  if (words.empty()) return;
  line.text = std::move(words);
  give_gap();
  ready_.push_back(std::move(line));
  give_gap();
}

/// An empty line: the paragraph before it and the one behind it are two.
void DocumentLines::give_gap() { ready_.emplace_back(); }

}  // namespace moniker::read
