#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace moniker {

/// Takes away those of the files that are there, and makes that durable: on return none comes back, whatever happens.
/// Throws Error{input}, which calls them `shown`, since the name of a delivered file may be somebody's.
void remove_for_good(const std::vector<std::filesystem::path>& files, const std::string& shown);

/// Takes a file away, or a folder with all that is in it, where it is there. Not durable: for what may come back.
/// Throws Error{input}.
void remove_whole(const std::filesystem::path& place);

/// rename(2): in one step, also over a file or an empty folder. Throws Error{input}.
void rename_whole(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace moniker
