#pragma once
#include <sodium/crypto_hash_sha256.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace moniker {

/// SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256() { crypto_hash_sha256_init(&state_); }
  void take(std::string_view bytes);
  /// In hex, as sha256sum gives it. Once.
  std::string finish();

 private:
  crypto_hash_sha256_state state_;
};

/// Of a file, or of a member of a bundle. In hex, as sha256sum gives it: what a certificate names files by, for anyone
/// to compare.
std::string sha256_of(std::string_view bytes);
std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace moniker
