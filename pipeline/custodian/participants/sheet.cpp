// A table as it is printed. Percentages of a characteristic add up to 100 where all of its counts are printed: the
// largest remainders are rounded up (Hamilton's method).
#include "participants/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace moniker::custodian {
namespace {

using disclosure::Cell;
using disclosure::People;

constexpr std::string_view all_people = "All";
constexpr std::string_view held_back = "–";

Cell joined(Cell a, const Cell& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  return a;
}

SheetCell cell_at(const Printable& counts, const Cell& cell) {
  const auto found = counts.find(cell);
  return found == counts.end() ? SheetCell{.empty = true} : SheetCell{.n = found->second};
}

void add_percentages(std::vector<SheetRow>& rows, std::size_t begin, std::size_t column, const SheetCell& total) {
  if (!total.n || *total.n == 0) return;
  std::vector<std::pair<std::int64_t, SheetCell*>> remainders;
  std::int64_t people = 0, percent = 0;
  bool whole = true;
  for (std::size_t r = begin; r < rows.size(); ++r) {
    SheetCell& cell = rows[r].cells[column];
    whole = whole && cell.n.has_value();
    if (!cell.n) continue;
    people += *cell.n;
    cell.percent = (*cell.n * 200 + *total.n) / (*total.n * 2);
    remainders.emplace_back(*cell.n * 100 % *total.n, &cell);
  }
  if (!whole || people != *total.n) return;
  for (auto& [remainder, cell] : remainders) percent += *(cell->percent = *cell->n * 100 / *total.n);
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [remainder, cell] : remainders) {
    if (percent++ < 100) ++*cell->percent;
  }
}

}  // namespace

bool Sheet::holds_back() const {
  return std::any_of(rows.begin(), rows.end(), [](const SheetRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const SheetCell& cell) { return !cell.n && !cell.empty; });
  });
}

Printable printable(const disclosure::Release& release) {
  Printable counts;
  for (const auto& [cell, told] : release.cells) counts[cell] = told.exact() ? std::optional(told.least) : std::nullopt;
  counts.try_emplace({}, release.people);  // of which every paper tells, also where it can print no table
  return counts;
}

std::string shown_value(const std::string& value) { return value.empty() ? "not recorded" : value; }

std::string shown_column(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

Sheet sheet_of(const People& people, const Printable& counts, const std::vector<std::size_t>& columns,
               std::optional<std::size_t> by) {
  Sheet sheet;
  std::vector<Cell> groups;
  if (by && counts.contains(Cell{{*by, 0}})) {
    const auto& values = people.columns[*by].values;
    for (std::uint32_t v = 0; v < values.size(); ++v) {
      groups.push_back({{*by, v}});
      sheet.groups.push_back(shown_value(values[v]));
    }
  }
  groups.emplace_back();
  sheet.groups.emplace_back(all_people);
  SheetRow everybody{.characteristic = "People", .value = {}, .cells = {}};
  for (const Cell& group : groups) everybody.cells.push_back(cell_at(counts, group));
  sheet.rows.push_back(everybody);
  for (const std::size_t column : columns) {
    if (column == by || !counts.contains(Cell{{column, 0}})) continue;
    const auto& values = people.columns[column].values;
    const std::size_t begin = sheet.rows.size();
    for (std::uint32_t v = 0; v < values.size(); ++v) {
      SheetRow row{
          .characteristic = shown_column(people.columns[column].name), .value = shown_value(values[v]), .cells = {}};
      for (const Cell& group : groups) row.cells.push_back(cell_at(counts, joined({{column, v}}, group)));
      sheet.rows.push_back(std::move(row));
    }
    for (std::size_t g = 0; g < groups.size(); ++g) add_percentages(sheet.rows, begin, g, everybody.cells[g]);
  }
  return sheet;
}

std::string cell_text(const SheetCell& cell) {
  if (cell.empty) return "";
  if (!cell.n) return std::string(held_back);
  return cell.percent ? fmt::format("{} ({} %)", *cell.n, *cell.percent) : std::to_string(*cell.n);
}

}  // namespace moniker::custodian
