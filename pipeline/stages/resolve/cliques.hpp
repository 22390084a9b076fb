#pragma once
#include <cstddef>
#include <utility>
#include <vector>

namespace moniker::resolve {

/// Puts together what surely belongs together: the connected parts of the graph over 0..count-1, but only
/// where everything in a part is joined to everything else. Any other part falls into single items (Jo is
/// Joanne, and Jo is Joseph, so Jo is neither for certain). Does not depend on the order of the edges; groups
/// by least member.
std::vector<std::vector<std::size_t>> cliques(std::size_t count,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& edges);

}  // namespace moniker::resolve
