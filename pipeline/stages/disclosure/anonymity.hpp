#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "disclosure/hierarchy.hpp"
#include "disclosure/people.hpp"

namespace moniker::disclosure {

/// How people stand among those who are as they are in some columns. A value that is not known is one like others.
struct Standing {
  ColumnSet columns{};
  std::size_t k = 0;                 // the fewest who are alike (Sweeney 2002)
  std::size_t kinds = 0;             // how many sorts of people there are
  std::size_t below = 0;             // people of whom fewer than wanted are alike
  std::vector<std::size_t> alone{};  // rows of people like whom nobody is
};
Standing standing_of(const People& people, const ColumnSet& columns, std::size_t wanted);

/// Of people who are alike in some columns, the fewest values that they have in another (Machanavajjhala et al. 2007,
/// distinct l-diversity).
std::size_t l_of(const People& people, const ColumnSet& columns, std::size_t sensitive);

/// Columns by which somebody is alone, and by no fewer of them (special uniques: Elliot et al. 2002).
struct AloneBy {
  ColumnSet columns{};
  std::vector<std::size_t> rows{};
};
/// Of one to three columns of these; the shortest first.
std::vector<AloneBy> alone_by(const People& people, const ColumnSet& columns);

/// What it brings to tell less of one column of a set, and what it costs.
struct Remedy {
  std::size_t column = 0;
  std::string how{};  // "left out", or as Recoding
  std::size_t k = 0, alone = 0, below = 0;
  std::size_t from = 0, to = 0;  // how many values
  double bits = 0, lost = 0;     // of what the column tells apart, and as a share of it
};
/// Every way that there is for every column: those that reach k first, and of them what loses fewest bits; then those
/// that leave fewest people below it.
std::vector<Remedy> remedies_of(const People& people, const ColumnSet& columns, std::size_t k,
                                const Hierarchy& hierarchy);

}  // namespace moniker::disclosure
