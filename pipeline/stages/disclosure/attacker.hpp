#pragma once
#include <map>
#include <optional>
#include <vector>

#include "disclosure/linear.hpp"
#include "disclosure/release.hpp"

namespace moniker::disclosure {

/// All that a release tells, as a linear system in whole numbers that are 0 or more. Its unknowns are the cells of the
/// widest tables; tables that share columns agree on what they share. Where the tables hang together as a tree (of any
/// two, what they share is in all between them) that is all there is to know: every solution of the parts is one of the
/// whole, and so bounds are exact. Tables that go in a circle are put together to one first.
class Attack {
 public:
  Attack(const People& people, const Release& release);
  /// What it counts, as a sum of unknowns. The columns stand in a table, or with the attributions.
  Sum sum_of(const Cell& cell) const;
  const System& system() const { return system_; }
  /// The least and the most that can be in a cell by all that is told; nothing where it could not be worked out, or
  /// nothing can be as it is told.
  std::optional<Told> bounds(const Cell& cell) const;
  /// Whether so many or more can be in it; unknown where it could not be worked out.
  Answer can_hold(const Cell& cell, std::int64_t count) const;

 private:
  void add_unknowns(const People& people, const Release& release);
  void add_told(const Release& release);

  std::vector<ColumnSet> widest_{};
  std::vector<std::map<Cell, std::size_t>> unknown_of_{};  // by widest table
  System system_{};
};

/// Tables put together until they hang together as a tree, without those that are part of another (Graham's reduction).
/// Of each, by its place, the one before it that holds all that it shares with those before it.
struct TableTree {
  std::vector<ColumnSet> tables{};
  std::vector<std::optional<std::size_t>> hangs_on{};
};
TableTree tree_of(std::vector<ColumnSet> tables);

}  // namespace moniker::disclosure
