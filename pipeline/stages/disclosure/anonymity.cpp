// How many are alike: k-anonymity, l-diversity, who is alone by what, and which column to tell less of.
#include "disclosure/anonymity.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace moniker::disclosure {
namespace {

std::map<Cell, std::vector<std::size_t>> alike(const People& people, const ColumnSet& columns) {
  std::map<Cell, std::vector<std::size_t>> kinds;
  for (std::size_t row = 0; row < people.count(); ++row) kinds[cell_of(people, row, columns)].push_back(row);
  return kinds;
}

/// One to three of them.
std::vector<ColumnSet> short_selections(const ColumnSet& columns) {
  std::vector<ColumnSet> all;
  for (std::size_t a = 0; a < columns.size(); ++a) {
    all.push_back({columns[a]});
    for (std::size_t b = a + 1; b < columns.size(); ++b) {
      all.push_back({columns[a], columns[b]});
      for (std::size_t c = b + 1; c < columns.size(); ++c) all.push_back({columns[a], columns[b], columns[c]});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const ColumnSet& a, const ColumnSet& b) { return a.size() < b.size(); });
  return all;
}

Recoding left_out(const Column& column) { return {"left out", std::vector<std::string>(column.values.size())}; }

}  // namespace

Standing standing_of(const People& people, const ColumnSet& columns, std::size_t wanted) {
  Standing standing{.columns = columns, .k = people.count()};
  for (const auto& [cell, rows] : alike(people, columns)) {
    ++standing.kinds;
    standing.k = std::min(standing.k, rows.size());
    if (rows.size() < wanted) standing.below += rows.size();
    if (rows.size() == 1) standing.alone.push_back(rows.front());
  }
  std::sort(standing.alone.begin(), standing.alone.end());
  return standing;
}

std::size_t l_of(const People& people, const ColumnSet& columns, std::size_t sensitive) {
  std::size_t least = people.count();
  for (const auto& [cell, rows] : alike(people, columns)) {
    std::set<std::uint32_t> values;
    for (const std::size_t row : rows) values.insert(people.rows[row][sensitive]);
    least = std::min(least, values.size());
  }
  return least;
}

std::vector<AloneBy> alone_by(const People& people, const ColumnSet& columns) {
  std::vector<AloneBy> all;
  std::vector<std::vector<ColumnSet>> known(people.count());  // by what each is alone already
  for (const ColumnSet& set : short_selections(columns)) {
    AloneBy one{.columns = set};
    for (const std::size_t row : standing_of(people, set, 1).alone) {
      const bool by_fewer = std::any_of(known[row].begin(), known[row].end(), [&](const ColumnSet& fewer) {
        return std::includes(set.begin(), set.end(), fewer.begin(), fewer.end());
      });
      if (by_fewer) continue;
      known[row].push_back(set);
      one.rows.push_back(row);
    }
    if (!one.rows.empty()) all.push_back(std::move(one));
  }
  return all;
}

std::vector<Remedy> remedies_of(const People& people, const ColumnSet& columns, std::size_t k,
                                const Hierarchy& hierarchy) {
  std::vector<Remedy> all;
  for (const std::size_t column : columns) {
    auto ways = recodings_of(people, column, hierarchy, static_cast<std::int64_t>(k));
    ways.push_back(left_out(people.columns[column]));
    for (const Recoding& way : ways) {
      const People fewer = recoded(people, column, way);
      const Standing standing = standing_of(fewer, columns, k);
      const double lost = lost_by(people, column, way);
      const bool out = &way == &ways.back();
      all.push_back({.column = column,
                     .how = way.how,
                     .k = standing.k,
                     .alone = standing.alone.size(),
                     .below = standing.below,
                     .from = people.columns[column].values.size(),
                     .to = out ? 0 : fewer.columns[column].values.size(),
                     .bits = lost * bits_of(people, column),
                     .lost = lost});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Remedy& a, const Remedy& b) {
    return std::pair(a.below, a.bits) < std::pair(b.below, b.bits);
  });
  return all;
}

}  // namespace moniker::disclosure
