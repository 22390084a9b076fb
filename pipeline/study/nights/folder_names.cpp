#include "nights/folder_names.hpp"

#include <filesystem>
#include <map>

#include "base/shown_text.hpp"

namespace moniker::study {
namespace {

std::string last_name(const std::filesystem::path& folder) {
  return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

}  // namespace

std::vector<std::string> folder_names(const std::vector<std::string>& folders) {
  std::map<std::string, int> how_many;
  for (const std::string& folder : folders) ++how_many[last_name(std::filesystem::path(folder).lexically_normal())];
  std::vector<std::string> names;
  for (const std::string& folder : folders) {
    const auto path = std::filesystem::path(folder).lexically_normal();
    names.push_back(shown_text(how_many[last_name(path)] == 1 ? last_name(path) : path.string()));
  }
  return names;
}

}  // namespace moniker::study
