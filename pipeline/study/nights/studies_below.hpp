#pragma once
#include <filesystem>
#include <vector>

namespace moniker::study {

/// Every study in a folder or below it, by path: `folder` itself where it has a moniker.yaml, and below it what has
/// more of a study beside that file. Not within a study, nor in folders whose names begin with a dot, nor behind links.
/// A folder into which this account may not look counts as a study, so that opening it fails and somebody hears of it:
/// most studies are nobody else's to look into.
std::vector<std::filesystem::path> studies_below(const std::filesystem::path& folder);

}  // namespace moniker::study
