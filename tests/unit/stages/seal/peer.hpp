#pragma once
#include <optional>
#include <string>
#include <vector>

namespace moniker {

/// Whether a program is on the PATH. Tests with a real peer fail without it: install it as scripts/setup
/// does.
bool is_installed(const std::string& program);

/// Runs a program to its end and gives its exit status. Where `typed` is given it runs on a terminal of its
/// own, and that line is typed each time it asks for a passphrase.
int run_peer(const std::vector<std::string>& command, const std::optional<std::string>& typed = std::nullopt);

}  // namespace moniker
