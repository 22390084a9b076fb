#pragma once
#include <filesystem>
#include <functional>

namespace moniker::custodian {

/// A package stands alone: what lay there before would be taken for part of it. Throws Error{usage} where something
/// does.
void check_whole_folder(const std::filesystem::path& folder);

/// No package has a file that leads out of it. Throws Error{integrity} for one that would.
void check_path_inside(const std::filesystem::path& path);

/// What lies in a folder is all of it: it has its name when the last file is written, and not before. What could not be
/// written leaves nothing, as far as the disk lets it be taken away.
void write_whole_folder(const std::filesystem::path& folder,
                        const std::function<void(const std::filesystem::path& aside)>& fill);

}  // namespace moniker::custodian
