#pragma once
#include <string>
#include <vector>

namespace moniker::study {

/// What studies are called where many are told of: the name of each one's folder, or its path where two have one name;
/// a character that would end a line or command a terminal is escaped.
std::vector<std::string> folder_names(const std::vector<std::string>& folders);

}  // namespace moniker::study
