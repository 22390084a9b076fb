#pragma once
#include <filesystem>

namespace moniker::study {

/// Throws Error{usage}, with the command that makes one, where a folder is no study.
void require_study_folder(const std::filesystem::path& folder);

}  // namespace moniker::study
