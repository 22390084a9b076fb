#include "read/formats/talk_cells.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

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
  const auto lettered = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const CsvRow& row) { return has_letter(row.cells[column].text); }));
  if (lettered * 4 < rows.size() * 3) return Holds::nothing;
  constexpr std::size_t longest_label = 30;
  const bool brief = all([](const std::string& cell) {
    return cell.size() <= longest_label && std::count(cell.begin(), cell.end(), ' ') < 3 &&
           (cell.empty() || std::string_view(".?!").find(cell.back()) == std::string_view::npos);
  });
  return brief ? Holds::labels : Holds::words;
}

std::size_t different(std::span<const CsvRow> rows, std::size_t column) {
  std::set<std::string_view> cells;
  for (const CsvRow& row : rows) cells.insert(row.cells[column].text);
  return cells.size();
}

/// What the columns of a table hold, by kinds; nothing where one holds neither.
struct Kinds {
  std::vector<std::size_t> words{}, labels{}, times{};
  std::optional<std::size_t> index{};
};

std::optional<Kinds> kinds_of(std::span<const CsvRow> rows) {
  if (rows.size() < 2 || rows.front().cells.size() < 2 || rows.front().cells.size() > 5) return std::nullopt;
  const std::size_t width = rows.front().cells.size();
  for (const CsvRow& row : rows) {
    if (row.cells.size() != width) return std::nullopt;
  }
  Kinds kinds;
  for (std::size_t i = 0; i < width; ++i) {
    const Holds holds = what_holds(rows, i);
    if (holds == Holds::nothing || (holds == Holds::numbers && i > 0)) return std::nullopt;
    if (holds == Holds::numbers) kinds.index = i;
    if (holds == Holds::words) kinds.words.push_back(i);
    if (holds == Holds::labels) kinds.labels.push_back(i);
    if (holds == Holds::times) kinds.times.push_back(i);
  }
  if (kinds.times.empty() || kinds.times.size() > 2) return std::nullopt;
  return kinds;
}

/// Where all talk is short, who speaks comes back and what they say seldom does. Nothing where that tells nothing.
void part_short_talk(std::span<const CsvRow> rows, Kinds& kinds) {
  if (!kinds.words.empty() || kinds.labels.empty() || kinds.labels.size() > 2) return;
  const std::size_t first = kinds.labels.front(), last = kinds.labels.back();
  const std::size_t a = different(rows, first), b = different(rows, last);
  if (first == last) {  // of one that comes back nobody knows whether it says who or what
    if (a * 2 > rows.size()) kinds.words = std::exchange(kinds.labels, {});
    return;
  }
  if (a == b) return;
  kinds.words = {a > b ? first : last};
  kinds.labels = {a > b ? last : first};
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
  auto kinds = kinds_of(rows);
  if (!kinds) return std::nullopt;
  part_short_talk(rows, *kinds);
  if (kinds->words.size() != 1 || kinds->labels.size() > 1) return std::nullopt;
  TalkColumns columns{.text = kinds->words.front(), .start = kinds->times.front(), .index = kinds->index};
  if (!kinds->labels.empty()) columns.speaker = kinds->labels.front();
  if (kinds->times.size() > 1) columns.end = kinds->times.back();
  return columns;
}

bool are_cells_of_talk(std::span<const CsvRow> rows) {
  const auto kinds = kinds_of(rows);
  return kinds && !(kinds->words.empty() && kinds->labels.empty());
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
