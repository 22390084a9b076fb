#pragma once
#include <string>
#include <string_view>

namespace moniker::rules {

/// An expression as RE2 reads it where a character is a byte: what stands in it beyond ASCII is a byte that no text of
/// ASCII holds. Compiled so it has a tenth of the instructions, as sets of letters end with z.
std::string in_single_bytes(std::string_view pattern);

/// Whether that says the same of every text of ASCII. False where it is not certain.
bool same_in_single_bytes(std::string_view pattern);

}  // namespace moniker::rules
