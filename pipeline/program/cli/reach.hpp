#pragma once
#include "cli/command.hpp"
#include "sandbox/sandbox.hpp"

namespace moniker::cli {

/// What a command that was typed so may touch, by its row in the table and by the moniker.yaml of its study. Reads that
/// one file, and makes the folder for what is kept of rules, where there is none; else it changes nothing and opens
/// nothing.
sandbox::Confines reach_of(const Command& command, const Arguments& arguments, const Terminal& terminal);

/// The program that reads a .pdf, the one that commands start.
std::filesystem::path pdf_to_text();

}  // namespace moniker::cli
