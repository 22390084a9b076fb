#pragma once
#include <string>

namespace moniker::audit {

/// Throws Error{usage}: nothing in it, more than 500 bytes, or control characters.
void check_reason(const std::string& reason);

}  // namespace moniker::audit
