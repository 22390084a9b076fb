// A document's paragraphs and tables as lines. A table may be talk (a label in one column, what was said in the next)
// or a form with fields about the interview; up to 200 rows or 64 KiB of it are held, then all of it is the one or the
// other. Each line keeps where its words stood (paragraph << 32 | byte), so that a document can be rewritten in place.
#include "read/turns/document_lines.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_rows = 200, most_row_bytes = 64 * 1024;

/// In the upper half the paragraph, in the lower the byte.
std::uint64_t source_of(const DocumentParagraph& paragraph) {
  return (std::uint64_t{paragraph.number} << 32) + paragraph.offset;
}

struct CellWords {
  std::string text{};
  std::vector<SourceRun> pieces{};  // where they stand
};

/// Without the blanks at both ends.
CellWords sourced_words_of(const DocumentCell& cell) {
  std::string words;
  std::vector<SourceRun> all;
  for (const DocumentParagraph& paragraph : cell) {
    if (!words.empty() && !paragraph.continues) words += '\n';
    all.push_back({static_cast<std::uint32_t>(words.size()), source_of(paragraph)});
    words += paragraph.text;
  }
  const std::string_view text = trimmed(words);
  const auto begin = static_cast<std::uint32_t>(text.data() - words.data());
  CellWords out{.text = std::string(text)};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t end = i + 1 < all.size() ? all[i + 1].text : words.size();
    if (end <= begin || all[i].text >= begin + text.size()) continue;
    const std::uint32_t cut = begin > all[i].text ? begin - all[i].text : 0;
    out.pieces.push_back({all[i].text + cut - begin, all[i].source + cut});
  }
  return out;
}

std::string words_of(const DocumentCell& cell) { return sourced_words_of(cell).text; }

/// A cell that says when, or in which row: no words.
bool is_count(std::string_view words) {
  const auto stamp = stamp_at(words);
  return (stamp && stamp->length == words.size()) ||
         (!words.empty() && words.size() <= 6 && words.find_first_not_of("0123456789.") == std::string_view::npos);
}

struct Parted {
  std::string label{};
  std::optional<TimeSpan> time{};
  std::size_t talk = 0;  // the cell where the talk begins
};

/// The label in a row of talk. Nothing where no cell is left for the talk.
std::optional<Parted> part_row(const std::vector<DocumentCell>& row) {
  Parted parted;
  std::size_t at = 0;
  for (; at + 2 < row.size(); ++at) {
    const std::string words = words_of(row[at]);
    if (!words.empty() && !is_count(words)) break;
    if (const auto stamp = stamp_at(words))
      parted.time = stamp->time;
    else if (words.empty() && at + 2 >= row.size())
      break;
  }
  if (at + 1 >= row.size()) return std::nullopt;
  parted.label = words_of(row[at]);
  if (const auto trailing = stamp_before_end(parted.label)) {
    parted.time = trailing->stamp.time;
    parted.label = trimmed(std::string_view(parted.label).substr(0, trailing->begin));
  }
  while (parted.label.ends_with(':'))
    parted.label = trimmed(std::string_view(parted.label).substr(0, parted.label.size() - 1));
  parted.talk = at + 1;
  return parted;
}

bool is_sentence(std::string_view words) {
  return words.size() > 60 || words.ends_with('.') || words.ends_with('?') || words.ends_with('!');
}

bool is_talk(const std::vector<std::vector<DocumentCell>>& rows, const words::Language& language) {
  std::size_t labels = 0, fields = 0, sentences = 0, repeated = 0, named = 0;
  std::map<std::string, int> seen;
  for (const auto& row : rows) {
    const auto parted = part_row(row);
    if (!parted || parted->label.empty()) continue;
    ++named;
    fields += is_head_field(parted->label, language);
    if (label_shape(parted->label, language) == LabelShape::none || is_head_field(parted->label, language)) continue;
    ++labels;
    repeated += ++seen[parted->label] == 2;
    sentences += is_sentence(words_of(row[parted->talk]));
  }
  const bool like_talk = repeated > 0 || (labels >= 2 && sentences * 2 >= labels);
  return labels >= 2 && labels * 2 >= named && fields * 4 <= labels && like_talk;
}

}  // namespace

std::vector<Line> lines_of(const DocumentParagraph& paragraph) {
  std::vector<Line> lines;
  std::uint32_t column = paragraph.column;
  for (std::size_t at = 0; at <= paragraph.text.size();) {
    const std::size_t end = std::min(paragraph.text.find('\n', at), paragraph.text.size());
    Line line{.text = paragraph.text.substr(at, end - at), .at = {paragraph.number, column}};
    line.source = source_of(paragraph) + at;
    line.continues = paragraph.continues && at == 0;
    line.emphasis = static_cast<std::uint32_t>(
        std::min<std::size_t>(paragraph.emphasis > at ? paragraph.emphasis - at : 0, line.text.size()));
    column += static_cast<std::uint32_t>(count_code_points(line.text)) + 1;
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::optional<Line> DocumentLines::next() {
  while (ready_.empty() && !ended_) {
    if (auto block = blocks_()) {
      take(std::move(*block));
    } else {
      decide();
      ended_ = true;
    }
  }
  if (ready_.empty()) return std::nullopt;
  Line line = std::move(ready_.front());
  ready_.pop_front();
  return line;
}

void DocumentLines::take(DocumentBlock block) {
  if (block.table != table_) {
    decide();
    table_ = block.table;
    kind_ = Kind::undecided;
  }
  if (block.table == 0) {
    const DocumentParagraph& paragraph = block.cells.front().front();
    if (paragraph.boxed) return give_matter(block.cells);
    for (Line& line : lines_of(paragraph)) ready_.push_back(std::move(line));
    return;
  }
  if (kind_ != Kind::undecided) return give_row(std::move(block.cells));
  for (const DocumentCell& cell : block.cells) held_bytes_ += words_of(cell).size();
  held_.push_back(std::move(block.cells));
  if (held_.size() >= most_rows || held_bytes_ >= most_row_bytes) decide();
}

void DocumentLines::decide() {
  if (held_.empty()) return;
  kind_ = is_talk(held_, language_) ? Kind::talk : Kind::matter;
  for (Row& row : std::exchange(held_, {})) give_row(std::move(row));
  held_bytes_ = 0;
}

void DocumentLines::give_row(Row row) {
  if (kind_ == Kind::matter)
    give_matter(row);
  else
    give_talk(std::move(row));
}

void DocumentLines::give_talk(Row row) {
  const auto parted = part_row(row);
  const bool names = parted && (parted->label.empty() || label_shape(parted->label, language_) != LabelShape::none);
  if (!names) return give_matter(row);
  std::vector<Line> lines;
  for (std::size_t i = parted->talk; i < row.size(); ++i) {
    for (const DocumentParagraph& paragraph : row[i]) {
      for (Line& line : lines_of(paragraph)) lines.push_back(std::move(line));
    }
  }
  std::erase_if(lines, [](const Line& line) { return trimmed(line.text).empty(); });
  if (lines.empty()) lines.emplace_back();
  for (Line& line : lines) line.sealed = true;
  if (!parted->label.empty()) {
    lines.front().speaker = parted->label;
    const std::uint64_t source = sourced_words_of(row[parted->talk - 1]).pieces.front().source;
    lines.front().speaker_source = {source, source + parted->label.size()};
  }
  lines.front().time = parted->time;
  if (const DocumentCell& cell = row[parted->talk - 1]; !cell.empty()) lines.front().at = {cell.front().number, 1};
  for (Line& line : lines) ready_.push_back(std::move(line));
}

void DocumentLines::give_matter(const Row& row) {
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
