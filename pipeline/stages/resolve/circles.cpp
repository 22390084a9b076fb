#include "resolve/circles.hpp"

#include "resolve/joined.hpp"

namespace moniker::resolve {

std::map<std::string, std::string> circles(const std::map<std::string, std::vector<std::size_t>>& speaks) {
  Joined tied(speaks.size());
  std::vector<std::string> files;                 // ascending, so that the lowest is the first by name
  std::map<std::size_t, std::size_t> first_of{};  // by speaker
  for (const auto& [file, who] : speaks) {
    for (const std::size_t speaker : who)
      tied.join(first_of.try_emplace(speaker, files.size()).first->second, files.size());
    files.push_back(file);
  }
  std::map<std::string, std::string> circle;
  for (std::size_t i = 0; i < files.size(); ++i) circle[files[i]] = files[tied.of(i)];
  return circle;
}

}  // namespace moniker::resolve
