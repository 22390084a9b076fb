#pragma once
#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

#include "base/secret.hpp"

namespace moniker {

using Digest = std::array<unsigned char, 32>;

/// Unkeyed BLAKE2b of `size` bytes over bytes taken piece by piece.
template <std::size_t size>
class Blake2b {
 public:
  Blake2b();
  void take(std::string_view bytes);
  /// Length first, so that ("ab","c") and ("a","bc") differ.
  void take_field(std::string_view bytes);
  std::array<unsigned char, size> finish();

 private:
  crypto_generichash_state state_;
};

/// For contents, rule sets and the audit chain.
using Hasher = Blake2b<32>;
Digest digest_of(std::string_view bytes);

/// Keyed BLAKE2b-256 over the label and the normalised form of a name, each with its length: what the
/// registry stores in a name's place. Without the key a name cannot be guessed and tried.
Digest keyed_hash(const Secret<32>& key, std::string_view label, std::string_view normalised);

std::string hex(std::string_view bytes);
std::string hex(const Digest& digest);

}  // namespace moniker
