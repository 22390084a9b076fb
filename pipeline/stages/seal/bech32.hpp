#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace moniker::seal {

/// Bech32 (BIP 173) without its limit of 90 characters, as age writes its keys: a readable prefix, "1", the
/// data in groups of five bits and six characters of checksum. The letters of a text are all lower or all
/// upper case.

/// `prefix` in the case that the whole text shall have. Leaves no copy of `data` behind.
std::string bech32(std::string_view prefix, std::span<const unsigned char> data);

/// Writes the bytes to the front of `into` and gives their number; nothing when the text is not Bech32, does
/// not have exactly this prefix (case counts) or holds more than fits.
std::optional<std::size_t> from_bech32(std::string_view text, std::string_view prefix, std::span<unsigned char> into);

}  // namespace moniker::seal
