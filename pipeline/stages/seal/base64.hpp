#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace moniker::seal {

/// Standard base64 (RFC 4648, section 4). age headers use it without padding, armor and minisign with it.
enum class Padding { none, equals };

std::string base64(std::string_view bytes, Padding padding);

/// Nothing unless `text` is the one canonical spelling of some bytes: no blanks, no stray bits, no padding
/// too many or too few. An age file could otherwise be altered without anyone noticing.
std::optional<std::string> from_base64(std::string_view text, Padding padding);

}  // namespace moniker::seal
