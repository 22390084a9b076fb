// Whether a table of a document is talk or data. Transcription companies deliver tables with a head (Time, Speaker,
// Transcript), people make them without one; beside talk stand tables of figures and of people's particulars, which
// must not become turns of "Clerk" and "-".
#include "read/turns/talk_table.hpp"

#include <algorithm>
#include <map>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t rows_before_head = 3, longest_speaker = 63;

/// A cell that numbers a row or line.
bool is_row_number(std::string_view words) {
  return !words.empty() && words.size() <= 6 && words.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<TimeSpan> whole_time(std::string_view words) {
  const auto stamp = stamp_at(words);
  return stamp && stamp->length == words.size() ? std::optional(stamp->time) : std::nullopt;
}

bool is_sentence(std::string_view words) {
  return words.size() > 60 || words.ends_with('.') || words.ends_with('?') || words.ends_with('!');
}

std::ptrdiff_t count_blanks(std::string_view words) { return std::count(words.begin(), words.end(), ' '); }

/// Takes the colon behind a label, and a time that ends it.
void narrow_label(TalkRow& row) {
  if (const auto trailing = stamp_before_end(row.label)) {
    row.time = trailing->stamp.time;
    row.label = trimmed(std::string_view(row.label).substr(0, trailing->begin));
  }
  while (row.label.ends_with(':')) row.label = trimmed(std::string_view(row.label).substr(0, row.label.size() - 1));
}

/// By what stands in the cells: times and numbers, then the label. Nothing where no cell is left for the talk.
std::optional<TalkRow> part_unheaded(const TableRow& row) {
  TalkRow parted;
  std::size_t at = 0;
  for (; at + 2 < row.size(); ++at) {
    const std::string words = words_of(row[at]);
    const auto time = whole_time(words);
    if (!words.empty() && !time && !is_row_number(words)) break;
    if (time)
      parted.time = time;
    else if (words.empty() && at + 2 >= row.size())
      break;
    parted.numbers += !time && !words.empty();
  }
  if (at + 1 >= row.size()) return std::nullopt;
  parted.speaker = at;
  parted.label = words_of(row[at]);
  narrow_label(parted);
  for (std::size_t i = at + 1; i < row.size(); ++i) parted.talk.push_back(i);
  return parted;
}

std::vector<std::string> texts_of(const TableRow& row) {
  std::vector<std::string> texts;
  for (const DocumentCell& cell : row) texts.push_back(words_of(cell));
  return texts;
}

}  // namespace

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

TalkTable::TalkTable(const std::vector<TableRow>& first_rows, const words::Language& language) : language_(language) {
  for (std::size_t i = 0; i < std::min(first_rows.size(), rows_before_head) && !columns_; ++i) {
    head_ = texts_of(first_rows[i]);
    columns_ = talk_columns(head_);
  }
  if (columns_ && !says(first_rows)) columns_.reset();
  if (!columns_) labelled_ = says(first_rows);
}

std::optional<TalkRow> TalkTable::part(const TableRow& row) const {
  return columns_ ? part_headed(row) : part_unheaded(row);
}

std::optional<TalkRow> TalkTable::part_headed(const TableRow& row) const {
  if (columns_->text >= row.size() || texts_of(row) == head_) return std::nullopt;
  const auto words = [&](std::optional<std::size_t> cell) {
    return cell && *cell < row.size() ? words_of(row[*cell]) : std::string();
  };
  TalkRow parted{.speaker = columns_->speaker, .label = words(columns_->speaker), .talk = {columns_->text}};
  narrow_label(parted);
  if (const auto time = row_time(words(columns_->start), words(columns_->end), *columns_)) parted.time = time;
  const bool one_name =
      parted.label.find('\n') == std::string::npos && count_code_points(parted.label) <= longest_speaker;
  if (!one_name) return std::nullopt;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string said = words_of(row[i]);
    const bool timed = (i == columns_->start || i == columns_->end) && (said.empty() || parted.time);
    if (i == columns_->text || i == columns_->speaker || timed || said.empty()) continue;
    if (is_row_number(said))
      ++parted.numbers;
    else
      parted.beside.push_back(i);
  }
  return parted;
}

/// Whether rows are said by somebody, or, where no column names speakers, are what people say.
bool TalkTable::says(const std::vector<TableRow>& rows) const {
  std::size_t labels = 0, fields = 0, sentences = 0, named = 0, repeated = 0, roles = 0, asks = 0, spoken = 0, wide = 0;
  std::map<std::string, int> seen;
  for (const TableRow& row : rows) {
    const auto parted = part(row);
    if (!parted || (parted->label.empty() && parted->speaker)) continue;
    ++named;
    const std::string said = words_of(row[parted->talk.front()]);
    const LabelShape shape = label_shape(parted->label, language_);
    const bool field = is_head_field(parted->label, language_);
    fields += field;
    sentences += is_sentence(said);
    if (shape == LabelShape::none || field || !has_letter(parted->label)) continue;
    ++labels;
    roles += shape == LabelShape::role;
    asks += said.ends_with('?');
    spoken += is_sentence(said) || count_blanks(said) >= 3;
    repeated += ++seen[parted->label] == 2;
    wide += std::any_of(parted->talk.begin() + 1, parted->talk.end(),
                        [&](std::size_t cell) { return !words_of(row[cell]).empty(); });
  }
  if (columns_) return columns_->speaker ? labels * 2 >= named : sentences * 2 >= named;
  const bool alike = sentences * 2 >= labels && (roles * 2 >= labels || asks > 0);
  const bool like_talk = (repeated > 0 && spoken * 3 >= labels) || alike;
  const bool data = wide * 2 > labels && !(repeated > 0 && sentences * 2 >= labels);
  return labels >= 2 && labels * 2 >= named && fields * 4 <= labels && like_talk && !data;
}

}  // namespace moniker::read
