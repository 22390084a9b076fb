#pragma once
#include <filesystem>
#include <optional>

namespace moniker::study {

/// Where a study's copy lies while a command is rehearsed on it (study/rehearsal).
std::filesystem::path rehearsal_place(const std::filesystem::path& study);

/// The study of which a folder is such a copy: that one's moniker.yaml counts, with the paths in it. Nothing where it
/// is a study in its own right.
std::optional<std::filesystem::path> study_rehearsed_in(const std::filesystem::path& folder);

}  // namespace moniker::study
