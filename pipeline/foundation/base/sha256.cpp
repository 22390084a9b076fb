#include "base/sha256.hpp"

#include <sodium.h>

#include <array>

#include "base/bundle.hpp"
#include "base/keyed_hash.hpp"

namespace moniker {

namespace {

std::string finish(crypto_hash_sha256_state& state) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state, digest.data());
  return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

void take(crypto_hash_sha256_state& state, std::string_view bytes) {
  crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  take(state, bytes);
  return finish(state);
}

std::string sha256_of_file(const std::filesystem::path& file) {
  const auto source = open_delivery(file);
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::string block(64 * 1024, '\0');
  while (const std::size_t n = source->read(block)) take(state, std::string_view(block).substr(0, n));
  return finish(state);
}

}  // namespace moniker
