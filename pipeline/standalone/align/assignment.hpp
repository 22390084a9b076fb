#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace moniker::align {

/// Pairs rows with columns so that the sum of the pairs' cells is largest; a pair whose cell is 0 is none. By row.
std::vector<std::optional<std::size_t>> best_pairs(const std::vector<std::vector<std::uint64_t>>& cells);

}  // namespace moniker::align
