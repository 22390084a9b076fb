#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "seal/age.hpp"

namespace moniker::cli {

/// Where --page FILE goes: a sealed page is called FILE.age. Throws Error{usage} where something is already, and where
/// --plain is given without --page. Empty: no page is asked for.
std::filesystem::path page_file(const Arguments& arguments, bool sealed);

/// Writes a page that holds what people said: sealed for who opened the transcripts, and nobody else, unless
/// `sealed_for` names nobody, and then the page is plain. Says where it is.
void write_page(Terminal& terminal, const std::filesystem::path& file, const std::string& html,
                const std::vector<seal::Identity>& sealed_for);

}  // namespace moniker::cli
