#pragma once
#include <filesystem>

#include "cli/command.hpp"

namespace moniker::cli {

/// The study of whoever names none: the folder that they are in, or the nearest one above it that is a study; else what
/// MONIKER_STUDY names. Empty where there is none. Throws Error{usage} where MONIKER_STUDY names what is no study.
std::filesystem::path study_here();

/// Puts it where a command's [STUDY] stands, if that was left out. Throws Error{usage} where a command that wants one
/// has none.
void take_study_here(const Command& command, Arguments& arguments);

}  // namespace moniker::cli
