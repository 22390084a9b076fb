#include "base/wiped_text.hpp"

#include <sodium.h>

#include <algorithm>

namespace moniker {

void append_wiping(std::string& secret, std::string_view bytes) {
  constexpr std::size_t least = 4096;
  const std::size_t size = secret.size() + bytes.size();
  if (size > secret.capacity()) {
    std::string moved;
    moved.reserve(std::max({least, size, 2 * secret.capacity()}));
    moved.append(secret);
    sodium_memzero(secret.data(), secret.size());
    secret.swap(moved);
  }
  secret.append(bytes);
}

}  // namespace moniker
