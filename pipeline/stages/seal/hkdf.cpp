#include "seal/hkdf.hpp"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "base/raw_bytes.hpp"
#include "base/secret.hpp"

namespace moniker::seal {
namespace {

constexpr std::size_t block_size = crypto_auth_hmacsha256_BYTES;

/// HMAC-SHA-256 over pieces, its inner state wiped when it goes.
class Hmac {
 public:
  Hmac(const unsigned char* key, std::size_t size) { crypto_auth_hmacsha256_init(&state_, key, size); }
  ~Hmac() { sodium_memzero(&state_, sizeof state_); }
  Hmac(const Hmac&) = delete;
  Hmac& operator=(const Hmac&) = delete;
  Hmac& take(const unsigned char* bytes, std::size_t size) {
    crypto_auth_hmacsha256_update(&state_, bytes, size);
    return *this;
  }
  void finish(unsigned char* out) { crypto_auth_hmacsha256_final(&state_, out); }

 private:
  crypto_auth_hmacsha256_state state_;
};

}  // namespace

void hkdf_sha256(std::span<const unsigned char> secret, std::string_view salt, std::string_view info,
                 std::span<unsigned char> out) {
  if (out.size() > 255 * block_size) throw std::length_error("hkdf gives at most 8160 bytes");
  // Both of the secret values in one piece of locked memory: the extracted key, then the block at hand.
  Secret<2 * block_size> memory;
  unsigned char* const key = memory.data();
  unsigned char* const block = key + block_size;
  Hmac(raw(salt), salt.size()).take(secret.data(), secret.size()).finish(key);
  std::size_t done = 0;
  for (unsigned char number = 1; done < out.size(); ++number) {
    Hmac hmac(key, block_size);
    if (number > 1) hmac.take(block, block_size);
    hmac.take(raw(info), info.size()).take(&number, 1).finish(block);
    const std::size_t n = std::min(block_size, out.size() - done);
    std::copy_n(block, n, out.data() + done);
    done += n;
  }
}

}  // namespace moniker::seal
