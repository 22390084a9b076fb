#pragma once
#include <string>

#include "moniker/register.hpp"

namespace moniker::audit {

/// Throws Error{usage}: nothing in it, more than 500 bytes, or control characters.
void check_reason(const std::string& reason);

/// Throws Error{usage}: it holds a name of one of them.
void refuse_names(const std::string& reason, const Register& people);

}  // namespace moniker::audit
