#pragma once
#include <string>

#include "cli/command.hpp"
#include "config/config.hpp"

namespace moniker::cli {

/// What --reason says. Throws Error{usage} where it holds a name of the study's register, if that is there.
std::string nameless_reason(const Arguments& arguments, const study::StudyConfig& config);

}  // namespace moniker::cli
