#include "config/rehearsed.hpp"

#include "base/layout.hpp"

namespace moniker::study {

namespace fs = std::filesystem;

fs::path rehearsal_place(const fs::path& study) { return StudyLayout{study}.work() / "rehearsal"; }

std::optional<fs::path> study_rehearsed_in(const fs::path& folder) {
  const fs::path study = folder.parent_path().parent_path();
  const bool is_copy = folder == rehearsal_place(study) && fs::exists(StudyLayout{study}.config());
  return is_copy ? std::optional(study) : std::nullopt;
}

}  // namespace moniker::study
