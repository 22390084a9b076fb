#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace moniker {

/// Takes away those of the files that are there, and makes that durable: on return none comes back, whatever happens.
/// Throws Error{input}, which calls them `shown`, since the name of a delivered file may be somebody's.
void remove_for_good(const std::vector<std::filesystem::path>& files, const std::string& shown);

}  // namespace moniker
