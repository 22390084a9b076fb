#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"

namespace moniker::cli {

/// Operands [STUDY] ID...: the first is the study where it is a folder with a moniker.yaml; else the study is here.
/// Throws Error{usage} where no ID is left.
std::pair<std::filesystem::path, std::vector<std::string>> study_and_ids(const Arguments& arguments);

}  // namespace moniker::cli
