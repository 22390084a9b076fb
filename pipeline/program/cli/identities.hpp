#pragma once
#include <vector>

#include "cli/command.hpp"
#include "seal/age.hpp"

namespace moniker::cli {

/// The keys of all files named with -i; empty where none is.
std::vector<seal::Identity> identities(const Arguments& arguments);

/// The same for a command that needs one. Throws Error{usage} where there is none, and for the study's own key.
std::vector<seal::Identity> custodians_identities(const Arguments& arguments, std::string_view command);

}  // namespace moniker::cli
