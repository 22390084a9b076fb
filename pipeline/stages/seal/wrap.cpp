#include "seal/wrap.hpp"

#include "base/raw_bytes.hpp"

namespace moniker::seal {
namespace {

constexpr unsigned char zero_nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES] = {};

}  // namespace

std::string wrap(const FileKey& key, const Secret<32>& wrap_key) {
  std::string body(wrapped_size, '\0');
  crypto_aead_chacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(body.data()), nullptr, key.data(),
                                            key.size(), nullptr, 0, nullptr, zero_nonce, wrap_key.data());
  return body;
}

std::optional<FileKey> unwrap(std::string_view body, const Secret<32>& wrap_key) {
  if (body.size() != wrapped_size) return std::nullopt;
  FileKey key;
  if (crypto_aead_chacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, raw(body), body.size(), nullptr, 0,
                                                zero_nonce, wrap_key.data()) != 0) {
    return std::nullopt;
  }
  return key;
}

}  // namespace moniker::seal
