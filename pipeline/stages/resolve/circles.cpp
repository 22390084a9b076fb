#include "resolve/circles.hpp"

#include <algorithm>

namespace moniker::resolve {

std::map<std::string, std::string> circles(const std::map<std::string, std::vector<std::size_t>>& speaks) {
  std::map<std::string, std::string> leader;
  for (const auto& [file, who] : speaks) leader[file] = file;
  const auto root = [&](std::string file) {
    while (leader.at(file) != file) file = leader.at(file);
    return file;
  };
  std::map<std::size_t, std::string> first_of;  // by speaker
  for (const auto& [file, who] : speaks) {
    for (const std::size_t speaker : who) {
      const auto [first, fresh] = first_of.try_emplace(speaker, file);
      if (fresh) continue;
      const std::string a = root(first->second), b = root(file);
      leader[std::max(a, b)] = std::min(a, b);
    }
  }
  std::map<std::string, std::string> circle;
  for (const auto& [file, next] : leader) circle[file] = root(file);
  return circle;
}

}  // namespace moniker::resolve
