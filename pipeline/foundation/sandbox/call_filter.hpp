#pragma once
#include "sandbox/sandbox.hpp"

namespace moniker::sandbox {

/// Whether the filter holds.
bool restrict_calls(const Confines& confines) noexcept;

}  // namespace moniker::sandbox
