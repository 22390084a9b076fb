#pragma once
#include <string>
#include <string_view>

#include "cli/terminal.hpp"
#include "moniker/error.hpp"

namespace moniker::cli {

/// What may be typed behind an error whose hint names no command: help where something was typed wrong, doctor where
/// something of a study or the machine is, the log where something is not what was signed. Empty where the hint has
/// one.
std::string next_command(const Problem& problem, std::string_view command);

/// The error and its hint, and the command that comes next where a person sits: what goes to a log or a script stays
/// the two lines that it is.
void tell_failure(const Problem& problem, std::string_view command, Terminal& terminal);

}  // namespace moniker::cli
