#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "seal/age_header.hpp"

namespace moniker::seal {

/// What both kinds of recipient do with a file key: ChaCha20-Poly1305 under a key used once, with a nonce of
/// zeros.

inline constexpr std::size_t wrapped_size = 32;

std::string wrap(const FileKey& key, const Secret<32>& wrap_key);

/// Nothing when it was wrapped under another key. `body` has 32 bytes, which the caller checked before: a
/// body of another size could be made to open under many keys at once (the partitioning oracle the
/// specification warns of).
std::optional<FileKey> unwrap(std::string_view body, const Secret<32>& wrap_key);

}  // namespace moniker::seal
