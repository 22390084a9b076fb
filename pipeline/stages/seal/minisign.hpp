#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/byte_source.hpp"
#include "base/keyed_hash.hpp"
#include "base/secret.hpp"

namespace moniker::seal {

/// minisign's formats (Ed25519, prehashed "ED", BLAKE2b-512): https://jedisct1.github.io/minisign/
/// `minisign -V -p PUBLIC -m FILE` accepts what is signed here, and verify_signature() what minisign signs.

/// BLAKE2b-512, what a signature signs in a file's place; so a file of any size is signed in bounded memory.
using Prehash = std::array<unsigned char, 64>;
using Prehasher = Blake2b<64>;
Prehash prehash_of(std::string_view bytes);
Prehash prehash_of(ByteSource& source);

/// The secret key is stored unencrypted (as `minisign -G -W` does), mode 0600: a nightly run asks nobody.
class SigningKey {
 public:
  static SigningKey generate();
  /// Throws Error{usage}: not a secret key, one under a passphrase, or one that others may read.
  static SigningKey read(const std::filesystem::path& file);
  /// Throws Error{usage} where one of the two is there already, and then writes neither.
  void write(const std::filesystem::path& secret_file, const std::filesystem::path& public_file) const;
  /// The text of FILE.minisig. `trusted_comment` is one line of at most 8,000 bytes, which the signature
  /// covers too.
  std::string sign(const Prehash& prehash, std::string_view trusted_comment) const;
  std::string sign(std::string_view bytes, std::string_view trusted_comment) const;
  /// Ed25519 over these very bytes: the 64 bytes alone. For formats that say so (note.hpp).
  std::string sign_itself(std::string_view bytes) const;
  /// The text of the public key file.
  std::string public_text() const;

 private:
  SigningKey() = default;
  std::array<unsigned char, 8> id_{};
  Secret<64> secret_{};
};

/// The trusted comment of a good signature. `public_key_text` is a public key file's text or its second line
/// alone. Throws Error{integrity}.
std::string verify_signature(const Prehash& prehash, std::string_view signature_text, std::string_view public_key_text);
std::string verify_signature(std::string_view bytes, std::string_view signature_text, std::string_view public_key_text);

/// Whether sign_itself() of this key made the signature. Throws Error{integrity} where it is no key.
bool verifies_itself(std::string_view bytes, std::string_view signature, std::string_view public_key_text);
/// The number of the key that a signature says it was made with; empty where it is none.
std::string signature_number(std::string_view signature_text);

/// The 32 bytes of a public key, and the number by which minisign shows it. Throws Error{integrity}.
std::string public_point(std::string_view public_key_text);
std::string public_number(std::string_view public_key_text);

/// The trusted comment as the key's owner wrote it, whatever became of the file: says what was signed when
/// the file no longer tells. Throws Error{integrity}.
std::string read_trusted_comment(std::string_view signature_text, std::string_view public_key_text);

}  // namespace moniker::seal
