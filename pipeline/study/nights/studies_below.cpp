#include "nights/studies_below.hpp"

#include <algorithm>

#include "base/layout.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
constexpr int deepest = 5;

void look_below(const fs::path& folder, int depth, std::vector<fs::path>& found) {
  std::error_code failed;
  if (fs::exists(StudyLayout{folder}.config(), failed)) {
    found.push_back(folder);
    return;
  }
  if (depth == deepest) return;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    const bool is_plain =
        fs::is_directory(entry.symlink_status(failed)) && !entry.path().filename().native().starts_with('.');
    if (is_plain) look_below(entry.path(), depth + 1, found);
  }
}

}  // namespace

std::vector<fs::path> studies_below(const fs::path& folder) {
  std::vector<fs::path> found;
  look_below(folder, 0, found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace moniker::study
