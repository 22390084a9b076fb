#include "disclosure/attacker.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace moniker::disclosure {
namespace {

std::vector<ColumnSet> all_tables(const Release& release) {
  std::vector<ColumnSet> tables = release.tables;
  std::set<ColumnSet> quoted;
  for (const auto& [cell, count] : release.quoted) quoted.insert(columns_of(cell));
  tables.insert(tables.end(), quoted.begin(), quoted.end());
  if (tables.empty()) tables.push_back({});
  return tables;
}

/// Where nobody is in a margin, nobody is in its cells.
bool is_nobodys(const Release& release, const Cell& cell) {
  return std::any_of(release.cells.begin(), release.cells.end(),
                     [&](const auto& told) { return told.second.most == 0 && is_part_of(told.first, cell); });
}

}  // namespace

Attack::Attack(const People& people, const Release& release) {
  add_unknowns(people, release);
  add_told(release);
}

void Attack::add_unknowns(const People& people, const Release& release) {
  TableTree tree = tree_of(all_tables(release));
  widest_ = tree.tables;
  for (const ColumnSet& table : widest_) {
    auto& unknowns = unknown_of_.emplace_back();
    for (const Cell& cell : all_cells(people, table)) {
      if (!is_nobodys(release, cell)) unknowns[cell] = system_.unknowns++;
    }
  }
  for (std::size_t i = 0; i < widest_.size(); ++i) {
    if (!tree.hangs_on[i]) continue;
    const std::size_t on = *tree.hangs_on[i];
    ColumnSet share;
    std::set_intersection(widest_[i].begin(), widest_[i].end(), widest_[on].begin(), widest_[on].end(),
                          std::back_inserter(share));
    for (const Cell& cell : all_cells(people, share)) {
      const auto told = release.cells.find(cell);
      if (cell.empty() || (told != release.cells.end() && told->second.exact())) continue;  // both are told the same
      Known agree;
      for (const auto& [at, unknown] : unknown_of_[i]) {
        if (is_part_of(cell, at)) agree.sum.push_back({unknown, 1});
      }
      for (const auto& [at, unknown] : unknown_of_[on]) {
        if (is_part_of(cell, at)) agree.sum.push_back({unknown, -1});
      }
      if (!agree.sum.empty()) system_.known.push_back(std::move(agree));
    }
  }
}

void Attack::add_told(const Release& release) {
  for (std::size_t i = 0; i < widest_.size(); ++i) {
    const auto sum_within = [&](const Cell& cell) {
      Sum sum;
      for (const auto& [at, unknown] : unknown_of_[i]) {
        if (is_part_of(cell, at)) sum.push_back({unknown, 1});
      }
      return sum;
    };
    const auto tells_of = [&](const Cell& cell) {
      return std::all_of(cell.begin(), cell.end(), [&](const Coordinate& at) {
        return std::binary_search(widest_[i].begin(), widest_[i].end(), at.column);
      });
    };
    system_.known.push_back({sum_within({}), Relation::equals, release.people});
    for (const auto& [cell, told] : release.cells) {
      if (cell.empty() || told.most == 0 || !tells_of(cell)) continue;
      if (told.exact()) {
        system_.known.push_back({sum_within(cell), Relation::equals, told.least});
        continue;
      }
      if (told.least > 0) system_.known.push_back({sum_within(cell), Relation::at_least, told.least});
      if (told.most < release.people) system_.known.push_back({sum_within(cell), Relation::at_most, told.most});
    }
    for (const auto& [cell, count] : release.quoted) {
      if (tells_of(cell)) system_.known.push_back({sum_within(cell), Relation::at_least, count});
    }
  }
}

Sum Attack::sum_of(const Cell& cell) const {
  const ColumnSet columns = columns_of(cell);
  for (std::size_t i = 0; i < widest_.size(); ++i) {
    if (!std::includes(widest_[i].begin(), widest_[i].end(), columns.begin(), columns.end())) continue;
    Sum sum;
    for (const auto& [at, unknown] : unknown_of_[i]) {
      if (is_part_of(cell, at)) sum.push_back({unknown, 1});
    }
    return sum;
  }
  return {};
}

std::optional<Told> Attack::bounds(const Cell& cell) const {
  const Sum sum = sum_of(cell);
  Sum negative = sum;
  for (Term& term : negative) term.times = -1;
  const auto value = [&](const WholeSolution& solution) {
    std::int64_t all = 0;
    for (const Term& term : sum) all += solution.values[term.unknown];
    return all;
  };
  const WholeSolution least = minimised_in_whole(system_, sum), most = minimised_in_whole(system_, negative);
  if (least.answer != Answer::found || most.answer != Answer::found) return std::nullopt;
  return Told{value(least), value(most)};
}

Answer Attack::can_hold(const Cell& cell, std::int64_t count) const {
  System with = system_;
  with.known.push_back({sum_of(cell), Relation::at_least, count});
  return minimised_in_whole(with, {}, true).answer;
}

}  // namespace moniker::disclosure
