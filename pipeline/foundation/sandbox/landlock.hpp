#pragma once
#include "sandbox/sandbox.hpp"

namespace moniker::sandbox {

/// Files and ports by Landlock. Gives the version that holds, or 0.
int restrict_files(const Confines& confines) noexcept;

}  // namespace moniker::sandbox
