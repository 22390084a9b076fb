#pragma once
#include <string>
#include <string_view>

namespace moniker::custodian {

/// A paper with the macros that its preamble defines taken for what they stand for.
std::string with_macros_expanded(std::string_view text);

/// Behind the brace that closes the one at `at`; `at` itself where none opens there or none closes it.
std::size_t braces_end(std::string_view text, std::size_t at);

}  // namespace moniker::custodian
