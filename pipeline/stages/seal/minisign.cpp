// Signatures in minisign's format (https://jedisct1.github.io/minisign, "Signature format"): Ed25519 (RFC 8032) over
// BLAKE2b-512 of the file, and a second one over the first and the trusted comment. Only the prehashed kind ("ED") is
// made or taken. The comment is believed only after the second signature holds.
#include "seal/minisign.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "base/atomic_file.hpp"
#include "base/raw_bytes.hpp"
#include "base/trust.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"

// The three files are lines of text round base64 of fixed sizes. A secret key without passphrase has zeros for kdf,
// salt, ops, mem and checksum.
//
//   public key    comment
//                 "Ed" id[8] key[32]
//   signature     comment
//                 "ED" id[8] signature[64]
//                 trusted comment
//                 signature[64] of signature and trusted comment
//   secret key    comment
//                 "Ed" kdf[2] "B2" salt[32] ops[8] mem[8] id[8] key[64] checksum[32]

namespace moniker::seal {
namespace {

constexpr std::string_view untrusted = "untrusted comment: ", trusted = "trusted comment: ";
constexpr std::string_view key_algorithm = "Ed", prehashed = "ED";
constexpr std::size_t id_size = 8, public_size = 2 + id_size + 32, signature_size = 2 + id_size + 64;
constexpr std::size_t secret_size = 158, secret_id_at = 54, secret_key_at = 62;
constexpr std::size_t longest_comment = 8000;

std::string_view view(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

[[noreturn]] void refuse(Fault fault, std::string what, std::string remedy, const std::string& file = {}) {
  throw Error(fault, std::move(what), std::move(remedy), {file});
}

/// Takes one line, without its LF or CRLF.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Key ids are shown as one number, the last byte first.
std::string shown_id(std::string_view id) {
  std::string text;
  for (std::size_t i = id.size(); i > 0; --i) text += fmt::format("{:02X}", static_cast<unsigned char>(id[i - 1]));
  return text;
}

struct PublicKey {
  std::string bytes;
  std::string_view id() const { return std::string_view(bytes).substr(2, id_size); }
  const unsigned char* key() const { return raw(bytes) + 2 + id_size; }
};

PublicKey parse_public_key(std::string_view text) {
  std::string_view line = take_line(text);
  if (line.starts_with(untrusted)) line = take_line(text);
  auto bytes = from_base64(line, Padding::equals);
  if (!bytes || bytes->size() != public_size || !bytes->starts_with(key_algorithm)) {
    refuse(Fault::integrity, "is not a minisign public key", "give the .pub file that belongs to the signing key");
  }
  return {std::move(*bytes)};
}

struct Signature {
  std::string bytes, comment, whole;  // `whole` signs bytes (without algorithm and id) and comment
  std::string_view id() const { return std::string_view(bytes).substr(2, id_size); }
  std::string_view signature() const { return std::string_view(bytes).substr(2 + id_size); }
};

std::optional<Signature> parse_signature(std::string_view text) {
  if (!take_line(text).starts_with(untrusted)) return std::nullopt;
  auto bytes = from_base64(take_line(text), Padding::equals);
  const std::string_view comment = take_line(text);
  auto whole = from_base64(take_line(text), Padding::equals);
  if (!bytes || bytes->size() != signature_size || !whole || whole->size() != 64) return std::nullopt;
  if (!comment.starts_with(trusted) || !text.empty()) return std::nullopt;
  return Signature{std::move(*bytes), std::string(comment.substr(trusted.size())), std::move(*whole)};
}

/// The signature, once its trusted comment is known to be its maker's.
Signature check_comment(std::string_view signature_text, const PublicKey& key) {
  auto signature = parse_signature(signature_text);
  if (!signature) refuse(Fault::integrity, "is not a minisign signature", "restore the .minisig file");
  if (signature->id() != key.id()) {
    refuse(Fault::integrity,
           fmt::format("was signed with key {}, not with {}", shown_id(signature->id()), shown_id(key.id())),
           "give the public key that belongs to the signature, or find out who signed");
  }
  if (!signature->bytes.starts_with(prehashed)) {
    refuse(Fault::integrity, "is a signature of the old kind, which moniker does not accept",
           "sign again with minisign 0.10 or later");
  }
  const std::string covered = std::string(signature->signature()).append(signature->comment);
  if (crypto_sign_verify_detached(raw(signature->whole), raw(covered), covered.size(), key.key()) != 0) {
    refuse(Fault::integrity, "the signature or its trusted comment was altered", "restore the .minisig file");
  }
  return std::move(*signature);
}

}  // namespace

Prehash prehash_of(std::string_view bytes) {
  Prehasher prehasher;
  prehasher.take(bytes);
  return prehasher.finish();
}

Prehash prehash_of(ByteSource& source) {
  Prehasher prehasher;
  std::string piece(64 * 1024, '\0');
  while (const std::size_t n = source.read(piece)) prehasher.take(std::string_view(piece).substr(0, n));
  return prehasher.finish();
}

SigningKey SigningKey::generate() {
  SigningKey key;
  unsigned char point[32];
  crypto_sign_keypair(point, key.secret_.data());
  randombytes_buf(key.id_.data(), key.id_.size());
  return key;
}

SigningKey SigningKey::read(const std::filesystem::path& file) {
  FileSource source(file);
  require_secret(source, file, Secrets::of_study);
  Secret<1024> text;
  Secret<secret_size + 1> bytes;  // one more, so that a longer key does not pass as one of the right size
  const std::size_t n = source.read({reinterpret_cast<char*>(text.data()), text.size()});
  std::string_view rest = view(text.data(), n);
  const bool commented = take_line(rest).starts_with(untrusted);
  const std::string_view line = take_line(rest);
  std::size_t length = 0;
  const bool decoded = sodium_base642bin(bytes.data(), bytes.size(), line.data(), line.size(), nullptr, &length,
                                         nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
  if (!commented || !decoded || length != secret_size || !view(bytes.data(), 2).starts_with(key_algorithm)) {
    refuse(Fault::usage, "is not a minisign secret key",
           "give the .key file that `moniker keygen` or `minisign -G -W` wrote", file.string());
  }
  if (bytes.data()[2] != 0 || bytes.data()[3] != 0) {
    refuse(Fault::usage, "is a secret key under a passphrase, which an unattended run cannot give",
           "make one without, with `minisign -G -W`, and let the file's mode protect it", file.string());
  }
  SigningKey key;
  std::copy_n(bytes.data() + secret_id_at, id_size, key.id_.data());
  unsigned char point[32];
  crypto_sign_seed_keypair(point, key.secret_.data(), bytes.data() + secret_key_at);
  // Such a file has no checksum, but the key's public half follows from its secret half.
  if (sodium_memcmp(key.secret_.data(), bytes.data() + secret_key_at, 64) != 0) {
    refuse(Fault::usage, "is a damaged minisign secret key", "restore the file from its backup", file.string());
  }
  return key;
}

void SigningKey::write(const std::filesystem::path& secret_file, const std::filesystem::path& public_file) const {
  for (const auto& file : {secret_file, public_file}) {
    if (std::filesystem::symlink_status(file).type() == std::filesystem::file_type::not_found) continue;
    refuse(Fault::usage, "is there already and is never overwritten", "move it away first, or name another place",
           file.string());
  }
  Secret<secret_size> bytes;
  std::fill_n(bytes.data(), bytes.size(), static_cast<unsigned char>(0));
  std::copy_n("Ed\0\0B2", 6, bytes.data());
  std::copy_n(id_.data(), id_size, bytes.data() + secret_id_at);
  std::copy_n(secret_.data(), secret_.size(), bytes.data() + secret_key_at);
  std::string text =
      fmt::format("{}minisign secret key {}, not encrypted\n", untrusted, shown_id(view(id_.data(), id_.size())));
  text.reserve(1024);  // never moved from here on, so no copy of the key stays behind
  const std::size_t encoded = sodium_base64_ENCODED_LEN(secret_size, sodium_base64_VARIANT_ORIGINAL);
  const std::size_t at = text.size();
  text.resize(at + encoded);
  sodium_bin2base64(text.data() + at, encoded, bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.back() = '\n';
  publish(secret_file, text, AtomicFile::IfThere::refuse, 0600);
  sodium_memzero(text.data(), text.size());
  publish(public_file, public_text(), AtomicFile::IfThere::refuse, 0644);
}

std::string SigningKey::sign(const Prehash& prehash, std::string_view trusted_comment) const {
  if (trusted_comment.size() > longest_comment || trusted_comment.find_first_of("\r\n") != trusted_comment.npos) {
    throw std::logic_error("a trusted comment is one line of at most 8000 bytes");
  }
  unsigned char signature[64], whole[64];
  crypto_sign_detached(signature, nullptr, prehash.data(), prehash.size(), secret_.data());
  const std::string covered = std::string(view(signature, sizeof signature)).append(trusted_comment);
  crypto_sign_detached(whole, nullptr, raw(covered), covered.size(), secret_.data());
  const std::string bytes =
      std::string(prehashed).append(view(id_.data(), id_.size())).append(view(signature, sizeof signature));
  return fmt::format("{}signature from moniker\n{}\n{}{}\n{}\n", untrusted, base64(bytes, Padding::equals), trusted,
                     trusted_comment, base64(view(whole, sizeof whole), Padding::equals));
}

std::string SigningKey::sign(std::string_view bytes, std::string_view trusted_comment) const {
  return sign(prehash_of(bytes), trusted_comment);
}

std::string SigningKey::sign_itself(std::string_view bytes) const {
  unsigned char signature[64];
  crypto_sign_detached(signature, nullptr, raw(bytes), bytes.size(), secret_.data());
  return std::string(view(signature, sizeof signature));
}

bool verifies_itself(std::string_view bytes, std::string_view signature, std::string_view public_key_text) {
  const PublicKey key = parse_public_key(public_key_text);
  return signature.size() == 64 &&
         crypto_sign_verify_detached(raw(signature), raw(bytes), bytes.size(), key.key()) == 0;
}

std::string signature_number(std::string_view signature_text) {
  const auto signature = parse_signature(signature_text);
  return signature ? shown_id(signature->id()) : std::string();
}

std::string public_point(std::string_view public_key_text) {
  const PublicKey key = parse_public_key(public_key_text);
  return std::string(view(key.key(), 32));
}

std::string public_number(std::string_view public_key_text) {
  const PublicKey key = parse_public_key(public_key_text);
  return shown_id(key.id());
}

std::string SigningKey::public_text() const {
  const std::string_view id = view(id_.data(), id_.size());
  const std::string bytes = std::string(key_algorithm).append(id).append(view(secret_.data() + 32, 32));
  return fmt::format("{}minisign public key {}\n{}\n", untrusted, shown_id(id), base64(bytes, Padding::equals));
}

std::string verify_signature(const Prehash& prehash, std::string_view signature_text,
                             std::string_view public_key_text) {
  const PublicKey key = parse_public_key(public_key_text);
  Signature signature = check_comment(signature_text, key);
  if (crypto_sign_verify_detached(raw(signature.signature()), prehash.data(), prehash.size(), key.key()) != 0) {
    refuse(Fault::integrity, "was altered after it was signed",
           "restore the file as it was signed, and find out who changed it");
  }
  return std::move(signature.comment);
}

std::string verify_signature(std::string_view bytes, std::string_view signature_text,
                             std::string_view public_key_text) {
  return verify_signature(prehash_of(bytes), signature_text, public_key_text);
}

std::string read_trusted_comment(std::string_view signature_text, std::string_view public_key_text) {
  return check_comment(signature_text, parse_public_key(public_key_text)).comment;
}

}  // namespace moniker::seal
