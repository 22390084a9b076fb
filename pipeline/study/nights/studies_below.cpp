#include "nights/studies_below.hpp"

#include <algorithm>

#include "base/layout.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
constexpr int deepest = 5;

/// Hidden folders, and the one that a file system makes at its root for its own repair and for root alone.
bool is_passed_over(const std::string& name) { return name.starts_with('.') || name == "lost+found"; }

void look_below(const fs::path& folder, int depth, std::vector<fs::path>& found) {
  std::error_code failed;
  const bool is_study = fs::exists(StudyLayout{folder}.config(), failed);
  if (is_study || failed == std::errc::permission_denied) {
    found.push_back(folder);
    return;
  }
  if (depth == deepest) return;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    const bool is_plain =
        fs::is_directory(entry.symlink_status(failed)) && !is_passed_over(entry.path().filename().native());
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
