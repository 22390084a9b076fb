#include "read/formats/talk_rows.hpp"

#include <algorithm>

#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "read/turns/turn_joiner.hpp"

namespace moniker::read {
namespace {

std::string_view cell(const CsvRow& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? std::string_view(row.cells[*column].text) : std::string_view();
}

}  // namespace

void TalkRows::take(CsvRow row) {
  if (columns_.text >= row.cells.size()) {
    const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](const CsvCell& c) { return c.text.empty(); });
    if (empty) return;
    throw Error::input("a row has fewer columns than the first",
                       "give every row all columns, or put cells that hold separators in quotes",
                       {.at = {row.line, 1}});
  }
  for (std::size_t i = width_; i < row.cells.size(); ++i) {
    if (row.cells[i].text.empty()) continue;
    throw Error::input("a row has more columns than the first",
                       "put cells that hold separators in quotes, or give the column a name", {.at = row.cells[i].at});
  }
  Utterance turn{.speaker = plain_label(single_line(cell(row, columns_.speaker)))};
  turn.time = row_time(cell(row, columns_.start), cell(row, columns_.end), columns_);
  turn.text = without_guard(row.cells[columns_.text].text);
  turn.at = row.cells[columns_.text].at;
  turns_.take(std::move(turn));
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i == columns_.text || i == columns_.speaker || i == columns_.start || i == columns_.end) continue;
    if (i == columns_.index && is_number(row.cells[i].text)) continue;
    turns_.take({.text = std::move(row.cells[i].text), .at = row.cells[i].at, .part = Part::comment});
  }
}

std::uint64_t other_columns(const TalkColumns& columns, std::size_t width) {
  return width - 1 - columns.speaker.has_value() - columns.start.has_value() - columns.end.has_value();
}

}  // namespace moniker::read
