#include "read/formats/talk_cells.hpp"

#include <algorithm>
#include <charconv>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "read/formats/time_unit.hpp"

namespace moniker::read {
namespace {

enum class Holds { nothing, numbers, times, labels, words };

/// A running number: one more in each row.
bool runs(std::span<const CsvRow> rows, std::size_t column) {
  long last = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& cell = rows[i].cells[column].text;
    if (!is_number(cell) || cell.size() > 9) return false;
    const long value = std::stol(cell);
    if (i > 0 && value != last + 1) return false;
    last = value;
  }
  return true;
}

Holds what_holds(std::span<const CsvRow> rows, std::size_t column) {
  const auto all = [&](auto test) {
    return std::all_of(rows.begin(), rows.end(), [&](const CsvRow& row) { return test(row.cells[column].text); });
  };
  if (all([](const std::string& cell) { return table_time(cell, TalkColumns{}).has_value(); }))
    return runs(rows, column) ? Holds::numbers : Holds::times;
  if (!all(has_letter)) return Holds::nothing;
  constexpr std::size_t longest_label = 30;
  const bool brief = all([](const std::string& cell) {
    return cell.size() <= longest_label && std::count(cell.begin(), cell.end(), ' ') < 3 &&
           std::string_view(".?!").find(cell.back()) == std::string_view::npos;
  });
  return brief ? Holds::labels : Holds::words;
}

std::optional<double> number_in(const CsvRow& row, std::optional<std::size_t> column) {
  if (!column || *column >= row.cells.size()) return std::nullopt;
  const std::string_view cell = trimmed(row.cells[*column].text, blanks);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<TalkColumns> columns_by_cells(std::span<const CsvRow> rows) {
  if (rows.size() < 2 || rows.front().cells.size() < 2 || rows.front().cells.size() > 5) return std::nullopt;
  const std::size_t width = rows.front().cells.size();
  for (const CsvRow& row : rows) {
    if (row.cells.size() != width) return std::nullopt;
  }
  std::vector<std::size_t> words, labels, times;
  std::optional<std::size_t> index;
  for (std::size_t i = 0; i < width; ++i) {
    const Holds holds = what_holds(rows, i);
    if (holds == Holds::nothing || (holds == Holds::numbers && i > 0)) return std::nullopt;
    if (holds == Holds::numbers) index = i;
    if (holds == Holds::words) words.push_back(i);
    if (holds == Holds::labels) labels.push_back(i);
    if (holds == Holds::times) times.push_back(i);
  }
  if (words.size() != 1 || labels.size() > 1 || times.empty() || times.size() > 2) return std::nullopt;
  TalkColumns columns{.text = words.front(), .start = times.front(), .index = index};
  if (!labels.empty()) columns.speaker = labels.front();
  if (times.size() > 1) columns.end = times.back();
  return columns;
}

void settle_unit(TalkColumns& columns, std::span<const CsvRow> rows) {
  if (columns.unit_told) return;
  TimeUnit unit;
  for (const CsvRow& row : rows) {
    const auto begin = number_in(row, columns.start), end = number_in(row, columns.end);
    if (begin && columns.text < row.cells.size()) unit.note(begin, end, row.cells[columns.text].text);
  }
  constexpr double in_milliseconds = 1000;
  columns.milliseconds = unit.seconds(columns.milliseconds / in_milliseconds) * in_milliseconds;
}

}  // namespace moniker::read
