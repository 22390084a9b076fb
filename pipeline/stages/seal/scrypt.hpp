#pragma once
#include <optional>
#include <string_view>

#include "seal/age_header.hpp"

namespace moniker::seal {

/// The passphrase recipient type (https://c2sp.org/age, "The scrypt recipient type"). Deriving the key takes
/// 2^log_n KiB of memory and, at log_n 18, most of a second: that is its purpose.

/// Throws Error{usage} unless log_n is 1 to 30 and the passphrase is not empty; Error{input} for want of memory.
Stanza wrap_under(std::string_view passphrase, int log_n, const FileKey& key);

/// Throws Error{integrity} where a stanza that calls itself scrypt is not of the one permitted shape.
void check_scrypt_shape(const Stanza& stanza);

/// The file key; nothing when the passphrase is another. The stanza's shape was checked. Throws
/// Error{integrity} when the file asks for more than 2^most_log_n, before any work is done: whoever wrote the
/// file chose that number.
std::optional<FileKey> unwrap_under(std::string_view passphrase, int most_log_n, const Stanza& stanza);

}  // namespace moniker::seal
