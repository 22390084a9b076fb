#pragma once
#include <optional>
#include <string_view>

#include "seal/age.hpp"
#include "seal/age_header.hpp"

namespace moniker::seal {

/// A recipient type of moniker's own, for files that whoever seals them opens again: the file key under a key that is
/// worked out from the identity itself and a salt. A study does that some ten times a transcript, and two
/// multiplications on a curve each time, which tell nobody anything, cost more than all other sealing.

constexpr std::string_view own_stanza = "moniker/own";  // its kind

Stanza wrap_by(const Identity& own, const FileKey& key);

/// Throws Error{integrity} where a stanza of this type is not of the one permitted shape.
void check_own_shape(const Stanza& stanza);

/// The file key; nothing when the stanza was made by another identity. The stanza's shape was checked.
std::optional<FileKey> unwrap_by(const Identity& own, const Stanza& stanza);

}  // namespace moniker::seal
