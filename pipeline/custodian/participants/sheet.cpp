// A table as it is printed. Percentages of a characteristic add up to 100 where all of its counts are printed: the
// largest remainders are rounded up (Hamilton's method). Where that would give equal counts different percentages each
// is rounded by itself, and it is said that they may not add up.
#include "participants/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

std::int64_t nearest_percent(std::int64_t n, std::int64_t total) { return (n * 200 + total) / (total * 2); }

using Remainders = std::vector<std::pair<std::int64_t, SheetCell*>>;
bool equal_counts_are_equal(const Remainders& cells) {
  std::map<std::int64_t, std::int64_t> percent_of;
  return std::all_of(cells.begin(), cells.end(), [&](const auto& one) {
    return percent_of.emplace(*one.second->n, *one.second->percent).first->second == *one.second->percent;
  });
}

/// Whether some characteristic has all of its counts printed, and percentages of another sum than 100.
bool adds_up_otherwise(const std::vector<SheetRow>& rows, std::size_t begin, std::size_t column) {
  std::int64_t percent = 0;
  for (std::size_t r = begin; r < rows.size(); ++r) {
    if (!rows[r].cells[column].percent) return false;
    percent += *rows[r].cells[column].percent;
  }
  return percent != 100;
}

void add_percentages(std::vector<SheetRow>& rows, std::size_t begin, std::size_t column, const SheetCell& total) {
  if (!total.n || *total.n == 0) return;
  Remainders remainders;
  std::int64_t people = 0, percent = 0;
  bool whole = true;
  for (std::size_t r = begin; r < rows.size(); ++r) {
    SheetCell& cell = rows[r].cells[column];
    whole = whole && cell.n.has_value();
    if (!cell.n) continue;
    people += *cell.n;
    cell.percent = nearest_percent(*cell.n, *total.n);
    remainders.emplace_back(*cell.n * 100 % *total.n, &cell);
  }
  if (!whole || people != *total.n) return;
  for (auto& [remainder, cell] : remainders) percent += *(cell->percent = *cell->n * 100 / *total.n);
  std::stable_sort(remainders.begin(), remainders.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [remainder, cell] : remainders) {
    if (percent++ < 100) ++*cell->percent;
  }
  if (!equal_counts_are_equal(remainders)) {
    for (auto& [remainder, cell] : remainders) cell->percent = nearest_percent(*cell->n, *total.n);
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
  bool otherwise = false;
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
    for (std::size_t g = 0; g < groups.size(); ++g) {
      add_percentages(sheet.rows, begin, g, everybody.cells[g]);
      otherwise = otherwise || adds_up_otherwise(sheet.rows, begin, g);
    }
  }
  if (otherwise) sheet.notes.emplace_back("Percentages are rounded, and so may not add up to 100.");
  return sheet;
}

std::string cell_text(const SheetCell& cell) {
  if (cell.empty) return "";
  if (!cell.n) return std::string(held_back);
  return cell.percent ? fmt::format("{} ({} %)", *cell.n, *cell.percent) : std::to_string(*cell.n);
}

}  // namespace moniker::custodian
