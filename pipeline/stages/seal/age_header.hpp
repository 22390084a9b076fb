#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "seal/line_source.hpp"

namespace moniker::seal {

/// The header of an age file (https://c2sp.org/age, "Header"): the file key wrapped once for each recipient,
/// one stanza each, and a MAC made with that key, so that no stanza can be added, removed or altered.

using FileKey = Secret<16>;

struct Stanza {
  std::vector<std::string> arguments{};  // the first names the kind: X25519, scrypt, or somebody else's
  std::string body{};                    // decoded
  std::uint32_t line = 0;
};

struct AgeHeader {
  std::vector<Stanza> stanzas{};
  std::array<unsigned char, 32> mac{};
  std::string covered{};  // the bytes that the MAC covers, as they stood in the file
};

/// Takes the header from `source` and leaves it at the first byte of the payload. Throws Error{integrity} at
/// what the specification's grammar does not allow, and at headers of more than 1 MiB.
AgeHeader read_header(LineSource& source);

/// Throws Error{integrity} unless the header is the one that was written with this key; compares in constant
/// time.
void check_mac(const AgeHeader& header, const FileKey& key);

/// The header's bytes up to and including the MAC's line feed.
std::string print_header(const std::vector<Stanza>& stanzas, const FileKey& key);

/// What every refusal of a header throws.
[[noreturn]] void refuse_header(std::uint32_t line, std::string_view what);

}  // namespace moniker::seal
