#pragma once
#include <string>
#include <string_view>

namespace moniker::custodian {

/// A paper with the macros that its preamble defines taken for what they stand for.
std::string with_macros_expanded(std::string_view text);

}  // namespace moniker::custodian
