#pragma once
#include <string>
#include <vector>

namespace moniker::study {

/// What studies are called where many are told of: the name of each one's folder, or its path where two have one name.
std::vector<std::string> folder_names(const std::vector<std::string>& folders);

}  // namespace moniker::study
