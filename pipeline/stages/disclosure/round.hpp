#pragma once
#include <map>
#include <optional>
#include <vector>

#include "disclosure/release.hpp"

namespace moniker::disclosure {

/// Tables in which every count is a multiple of a base, and every total the sum of what is added up in it.
struct Rounded {
  std::map<Cell, std::int64_t> printed{};
  Release release{};  // what a reader knows of the counts that were
};

/// A table a column, and by `by` where it is given. Cells are rounded to the multiple below or above, so many of them
/// up as it takes for the rounded totals (those with the largest remainders); totals of rows are what their cells give.
/// The number of all people is known to every reader of a paper, and reckoned with.
Rounded rounded(const People& people, const std::vector<std::size_t>& columns, std::optional<std::size_t> by,
                std::int64_t base);

/// The small cells of which a reader of a release can work out exactly how many people are in them, or may.
std::vector<Cell> told_exactly(const People& people, const Release& release, std::int64_t threshold);

}  // namespace moniker::disclosure
