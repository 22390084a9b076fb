#include "resolve/cliques.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace moniker::resolve {
namespace {

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

}  // namespace

std::vector<std::vector<std::size_t>> cliques(std::size_t count,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  std::vector<std::size_t> parent(count);
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  std::set<std::pair<std::size_t, std::size_t>> joined;
  for (const auto& [a, b] : edges) {
    if (a == b) continue;
    joined.insert(std::minmax(a, b));
    const std::size_t one = root(parent, a), other = root(parent, b);
    parent[std::max(one, other)] = std::min(one, other);
  }
  std::vector<std::vector<std::size_t>> parts(count);
  for (std::size_t i = 0; i < count; ++i) parts[root(parent, i)].push_back(i);
  std::vector<std::size_t> edges_in(count);
  for (const auto& edge : joined) ++edges_in[root(parent, edge.first)];

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
