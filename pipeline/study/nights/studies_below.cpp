#include "nights/studies_below.hpp"

#include <algorithm>
#include <array>

#include "base/layout.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
constexpr int deepest = 5;

/// Hidden folders, and the one that a file system makes at its root for its own repair and for root alone.
bool is_passed_over(const std::string& name) { return name.starts_with('.') || name == "lost+found"; }

/// moniker.yaml makes a folder a study; among others it may as well be somebody's copy of one, of which no night should
/// tell that it failed. What `init`, `keygen` or a run made beside it says that it is meant.
bool is_made_study(const fs::path& folder) {
  const StudyLayout layout{folder};
  const std::array<fs::path, 6> made{layout.keys(),    layout.audit_log().parent_path(),
                                     layout.out(),     layout.work(),
                                     layout.linkage(), layout.registry()};
  return std::any_of(made.begin(), made.end(), [](const fs::path& one) {
    std::error_code failed;
    return fs::exists(one, failed) || failed == std::errc::permission_denied;
  });
}

void look_below(const fs::path& folder, int depth, std::vector<fs::path>& found) {
  std::error_code failed;
  const bool is_study =
      fs::exists(StudyLayout{folder}.config(), failed) && !failed && (depth == 0 || is_made_study(folder));
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
