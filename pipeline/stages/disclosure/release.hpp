#pragma once
#include <map>
#include <optional>
#include <vector>

#include "disclosure/people.hpp"

namespace moniker::disclosure {

/// What a reader is told of a cell: between these two, both included; the same twice where it is printed as it is.
struct Told {
  std::int64_t least = 0, most = 0;
  bool exact() const { return least == most; }
  friend bool operator==(const Told&, const Told&) = default;
};

/// All that is printed of some people, and so all that an attacker knows: every cell and every margin of every table,
/// and what stands behind the quotations.
struct Release {
  std::vector<ColumnSet> tables{};
  std::map<Cell, Told> cells{};
  std::map<Cell, std::int64_t> quoted{};  // a cell of the attributions' columns -> how many different people it names
  std::int64_t people = 0;                // which every paper states
};

/// How many people are in every cell and margin of these tables, nobody's included.
std::map<Cell, std::int64_t> counted(const People& people, const std::vector<ColumnSet>& tables);

/// Everything as it is.
Release told_whole(const People& people, const std::vector<ColumnSet>& tables);

/// Adds what attributions of these columns tell of those who are quoted; each is one person, whom their ID tells apart.
void add_attributions(Release& release, const People& people, const ColumnSet& columns,
                      const std::vector<std::size_t>& quoted);

}  // namespace moniker::disclosure
