#include "config/study_folder.hpp"

#include <fmt/format.h>

#include "base/layout.hpp"
#include "moniker/error.hpp"

namespace moniker::study {

void require_study_folder(const std::filesystem::path& folder) {
  if (std::filesystem::exists(StudyLayout{folder}.config())) return;
  throw Error::usage("is not a study: it has no moniker.yaml",
                     fmt::format("make one with `moniker init {}`", folder.string()), {folder.string()});
}

}  // namespace moniker::study
