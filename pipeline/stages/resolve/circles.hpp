#pragma once
#include <map>
#include <string>
#include <vector>

namespace moniker::resolve {

/// Transcripts that somebody's talk ties together: who speaks in two of them has one sister in both. Of each file the
/// first file (by name) of its circle. `speaks`: by file, who speaks there, of those whose talk ties.
std::map<std::string, std::string> circles(const std::map<std::string, std::vector<std::size_t>>& speaks);

}  // namespace moniker::resolve
