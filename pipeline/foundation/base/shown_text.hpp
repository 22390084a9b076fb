#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// Whether the text is valid UTF-8 without a character that ends a line, turns the direction of reading or commands a
/// terminal: whatever stands in a page or a list, it stays one entry of it, and reads as it is.
bool can_be_shown(std::string_view text);

/// The text with everything else escaped: \xE2 for a byte that is not UTF-8, \u{202E} for a character.
std::string shown_text(std::string_view text);

}  // namespace moniker
