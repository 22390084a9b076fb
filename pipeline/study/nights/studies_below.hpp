#pragma once
#include <filesystem>
#include <vector>

namespace moniker::study {

/// Every study in a folder or below it, by path: `folder` itself where it is one. Not within a study, nor in folders
/// whose names begin with a dot, nor behind links. Folders that cannot be listed are passed over.
std::vector<std::filesystem::path> studies_below(const std::filesystem::path& folder);

}  // namespace moniker::study
