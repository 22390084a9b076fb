#pragma once
#include <optional>

#include "seal/age.hpp"
#include "seal/age_header.hpp"

namespace moniker::seal {

/// The X25519 recipient type (https://c2sp.org/age, "The X25519 recipient type"): the file key under a key
/// that only the recipient can work out from the stanza's ephemeral share.

Stanza wrap_for(const Recipient& recipient, const FileKey& key);

/// Throws Error{integrity} where a stanza that calls itself X25519 is not of the one permitted shape.
void check_x25519_shape(const Stanza& stanza);

/// The file key; nothing when the stanza is for somebody else. The stanza's shape was checked. Throws
/// Error{integrity} at a share that would make the shared secret zero, whoever the recipient.
std::optional<FileKey> unwrap_with(const Identity& identity, const Stanza& stanza);

}  // namespace moniker::seal
