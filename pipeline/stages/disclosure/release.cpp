#include "disclosure/release.hpp"

namespace moniker::disclosure {
namespace {

/// Every selection of some columns, none and all included.
std::vector<ColumnSet> selections(const ColumnSet& columns) {
  std::vector<ColumnSet> all{{}};
  for (const std::size_t column : columns) {
    for (std::size_t i = all.size(); i-- > 0;) {
      all.push_back(all[i]);
      all.back().push_back(column);
    }
  }
  return all;
}

}  // namespace

std::map<Cell, std::int64_t> counted(const People& people, const std::vector<ColumnSet>& tables) {
  std::map<Cell, std::int64_t> counts;
  std::map<ColumnSet, bool> done;
  for (const ColumnSet& table : tables) {
    for (const ColumnSet& margin : selections(table)) {
      if (!done.emplace(margin, true).second) continue;
      for (const Cell& cell : all_cells(people, margin)) counts[cell] = 0;
      for (std::size_t row = 0; row < people.count(); ++row) ++counts[cell_of(people, row, margin)];
    }
  }
  return counts;
}

Release told_whole(const People& people, const std::vector<ColumnSet>& tables) {
  Release release{.tables = tables, .people = static_cast<std::int64_t>(people.count())};
  for (const auto& [cell, count] : counted(people, tables)) release.cells[cell] = {count, count};
  return release;
}

void add_attributions(Release& release, const People& people, const ColumnSet& columns,
                      const std::vector<std::size_t>& quoted) {
  if (columns.empty()) return;
  for (const std::size_t row : quoted) ++release.quoted[cell_of(people, row, columns)];
}

}  // namespace moniker::disclosure
