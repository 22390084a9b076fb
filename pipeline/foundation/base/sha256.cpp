#include "base/sha256.hpp"

#include <array>

#include "base/bundle.hpp"
#include "base/keyed_hash.hpp"
#include "base/raw_bytes.hpp"

namespace moniker {

void Sha256::take(std::string_view bytes) { crypto_hash_sha256_update(&state_, raw(bytes), bytes.size()); }

std::string Sha256::finish() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state_, digest.data());
  return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.take(bytes);
  return hash.finish();
}

std::string sha256_of_file(const std::filesystem::path& file) {
  const auto source = open_delivery(file);
  Sha256 hash;
  std::string block(64 * 1024, '\0');
  while (const std::size_t n = source->read(block)) hash.take(std::string_view(block).substr(0, n));
  return hash.finish();
}

}  // namespace moniker
