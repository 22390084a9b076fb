#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/secret.hpp"

namespace moniker {

/// minisign's formats (Ed25519, prehashed "ED", BLAKE2b-512): https://jedisct1.github.io/minisign/
/// The secret key is stored unencrypted (as `minisign -G -W` does), mode 0600: a nightly run asks nobody.
class SigningKey {
 public:
  static SigningKey generate();
  static SigningKey read(const std::filesystem::path& file);      // refuses other modes than 0600/0400
  void write(const std::filesystem::path& secret_file, const std::filesystem::path& public_file) const;  // refuse to overwrite
  /// The text of FILE.minisig.
  std::string sign(std::string_view bytes, std::string_view trusted_comment) const;
  std::string public_text() const;

 private:
  SigningKey() = default;
  std::array<unsigned char, 8> id_{};
  Secret<64> secret_{};
};

/// The trusted comment of a good signature. Throws Error{integrity}.
std::string verify_signature(std::string_view bytes, std::string_view signature_text, std::string_view public_key_text);

}  // namespace moniker
