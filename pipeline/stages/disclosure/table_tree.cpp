#include <algorithm>
#include <iterator>
#include <set>

#include "disclosure/attacker.hpp"

namespace moniker::disclosure {
namespace {

bool holds(const ColumnSet& wide, const ColumnSet& narrow) {
  return std::includes(wide.begin(), wide.end(), narrow.begin(), narrow.end());
}

ColumnSet shared(const ColumnSet& a, const ColumnSet& b) {
  ColumnSet both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// Without those that are part of another.
std::vector<ColumnSet> widest(std::vector<ColumnSet> tables) {
  std::sort(tables.begin(), tables.end());
  tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
  std::vector<ColumnSet> kept;
  for (const ColumnSet& table : tables) {
    const bool part = std::any_of(tables.begin(), tables.end(),
                                  [&](const ColumnSet& other) { return other != table && holds(other, table); });
    if (!part) kept.push_back(table);
  }
  return kept;
}

/// What a table shares with all others of these.
ColumnSet shared_with_others(const std::vector<ColumnSet>& tables, std::size_t at) {
  std::set<std::size_t> others;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i != at) others.insert(tables[i].begin(), tables[i].end());
  }
  return shared(tables[at], ColumnSet(others.begin(), others.end()));
}

/// A table whose share with the others is in one of them, and that one.
std::optional<std::pair<std::size_t, std::size_t>> ear_of(const std::vector<ColumnSet>& tables) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const ColumnSet share = shared_with_others(tables, i);
    for (std::size_t on = 0; on < tables.size(); ++on) {
      if (on != i && holds(tables[on], share)) return std::pair(i, on);
    }
  }
  return std::nullopt;
}

ColumnSet together(const std::vector<ColumnSet>& tables) {
  std::set<std::size_t> all;
  for (const ColumnSet& table : tables) all.insert(table.begin(), table.end());
  return {all.begin(), all.end()};
}

}  // namespace

TableTree tree_of(std::vector<ColumnSet> tables) {
  std::vector<ColumnSet> left = widest(std::move(tables)), taken, on;
  while (left.size() > 1) {
    const auto ear = ear_of(left);
    if (!ear) {
      left = {together(left)};
      break;
    }
    taken.push_back(left[ear->first]);
    on.push_back(left[ear->second]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(ear->first));
  }
  TableTree tree;
  if (left.empty()) return tree;
  tree.tables = {left.front()};
  tree.hangs_on = {std::nullopt};
  while (!taken.empty()) {  // backwards: what it hangs on stands already, be it in a table that was put together
    const auto found = std::find_if(tree.tables.begin(), tree.tables.end(),
                                    [&](const ColumnSet& table) { return holds(table, on.back()); });
    tree.hangs_on.emplace_back(static_cast<std::size_t>(found - tree.tables.begin()));
    tree.tables.push_back(taken.back());
    taken.pop_back();
    on.pop_back();
  }
  return tree;
}

}  // namespace moniker::disclosure
