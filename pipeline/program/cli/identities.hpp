#pragma once
#include <vector>

#include "cli/command.hpp"
#include "seal/age.hpp"

namespace moniker::cli {

/// The keys of all files named with -i; empty where none is.
std::vector<seal::Identity> identities(const Arguments& arguments);

}  // namespace moniker::cli
