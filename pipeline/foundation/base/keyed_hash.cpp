#include "base/keyed_hash.hpp"

#include "base/raw_bytes.hpp"

namespace moniker {
namespace {

void take_length(crypto_generichash_state& state, std::size_t length) {
  unsigned char bytes[8];
  for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<unsigned char>(length >> (8 * i));
  crypto_generichash_update(&state, bytes, sizeof bytes);
}

}  // namespace

void ready_crypto() {
  if (sodium_init() < 0) throw std::bad_alloc();
}

template <std::size_t size>
Blake2b<size>::Blake2b() {
  ready_crypto();
  crypto_generichash_init(&state_, nullptr, 0, size);
}

template <std::size_t size>
void Blake2b<size>::take(std::string_view bytes) {
  crypto_generichash_update(&state_, raw(bytes), bytes.size());
}

template <std::size_t size>
void Blake2b<size>::take_field(std::string_view bytes) {
  take_length(state_, bytes.size());
  take(bytes);
}

template <std::size_t size>
std::array<unsigned char, size> Blake2b<size>::finish() {
  std::array<unsigned char, size> digest;
  crypto_generichash_final(&state_, digest.data(), size);
  return digest;
}

template class Blake2b<32>;
template class Blake2b<64>;

Digest digest_of(std::string_view bytes) {
  Hasher hasher;
  hasher.take(bytes);
  return hasher.finish();
}

Digest keyed_hash(const Secret<32>& key, std::string_view label, std::string_view normalised) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, key.data(), key.size(), 32);
  for (const std::string_view field : {label, normalised}) {
    take_length(state, field.size());
    crypto_generichash_update(&state, raw(field), field.size());
  }
  Digest digest;
  crypto_generichash_final(&state, digest.data(), digest.size());
  sodium_memzero(&state, sizeof state);
  return digest;
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string hex(const Digest& digest) {
  return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

}  // namespace moniker
