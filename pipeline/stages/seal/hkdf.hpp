#pragma once
#include <span>
#include <string_view>

namespace moniker::seal {

/// HKDF-SHA-256 (RFC 5869): fills `out`, at most 255 * 32 bytes, with key material from `secret`. libsodium
/// has it from 1.0.19 on; Debian 12 ships 1.0.18, whose HMAC-SHA-256 it is built on here.
void hkdf_sha256(std::span<const unsigned char> secret, std::string_view salt, std::string_view info,
                 std::span<unsigned char> out);

}  // namespace moniker::seal
