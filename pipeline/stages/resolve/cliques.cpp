#include "resolve/cliques.hpp"

#include <algorithm>
#include <set>

#include "resolve/joined.hpp"

namespace moniker::resolve {
std::vector<std::vector<std::size_t>> cliques(std::size_t count,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  Joined parts_of(count);
  std::set<std::pair<std::size_t, std::size_t>> joined;
  for (const auto& [a, b] : edges) {
    if (a == b) continue;
    joined.insert(std::minmax(a, b));
    parts_of.join(a, b);
  }
  std::vector<std::vector<std::size_t>> parts(count);
  for (std::size_t i = 0; i < count; ++i) parts[parts_of.of(i)].push_back(i);
  std::vector<std::size_t> edges_in(count);
  for (const auto& edge : joined) ++edges_in[parts_of.of(edge.first)];

  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = parts[i].size();
    if (size > 0 && edges_in[i] == size * (size - 1) / 2) {
      groups.push_back(parts[i]);
    } else {
      for (const std::size_t member : parts[i]) groups.push_back({member});
    }
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace moniker::resolve
