#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/byte_sink.hpp"
#include "base/passphrase.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

/// What opens a sealed file: identities, or else a passphrase.
struct OpeningKey {
  std::vector<seal::Identity> identities{};
  Passphrase passphrase{};
};

/// Opens any age file; gives how many bytes it held. What reaches `to` is authentic, but all of it was only when this
/// returns. Throws Error{integrity} with the file's name.
std::uint64_t open_sealed(const std::filesystem::path& file, const OpeningKey& key, ByteSink& to);

/// The same into a file, which appears only when all was good. Throws Error{usage} where something is already.
std::uint64_t open_sealed_to(const std::filesystem::path& file, const OpeningKey& key,
                             const std::filesystem::path& target);

}  // namespace moniker::custodian
