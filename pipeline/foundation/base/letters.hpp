#pragma once
#include <string_view>

namespace moniker {

/// Whether a letter of any script stands in the text; bytes that are not UTF-8 are none.
bool has_letter(std::string_view text);

}  // namespace moniker
