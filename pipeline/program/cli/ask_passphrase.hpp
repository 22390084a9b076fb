#pragma once
#include <optional>
#include <string_view>

#include "base/passphrase.hpp"

namespace moniker::cli {

/// Asks at the terminal that the process belongs to, whatever its streams are, without an echo. Nothing where there is
/// none. Throws Error{usage} where nothing is typed.
std::optional<Passphrase> ask_passphrase(std::string_view prompt);

/// A new one, asked for twice. Throws Error{usage} where both differ, or there is no terminal.
Passphrase ask_new_passphrase();

}  // namespace moniker::cli
