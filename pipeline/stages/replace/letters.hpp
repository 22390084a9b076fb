#pragma once
#include <cstdint>
#include <string>

namespace moniker::replace {

/// A number as letters, which tell things apart and count nothing: 1 is A, 26 Z, 27 AA. Empty for 0.
std::string letters(std::uint32_t number);

}  // namespace moniker::replace
