#pragma once
#include <sodium.h>

#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace moniker {

/// libsodium made ready; harmless when called again. Throws std::bad_alloc when it cannot be.
void ready_crypto();

/// Locked memory, wiped when it is given back. Small pieces share guarded pages: a study seals files by the hundred
/// thousand, and pages of its own for every key cost more than the sealing. Throws std::bad_alloc.
void* take_secret_memory(std::size_t size);
void give_back_secret_memory(void* memory, std::size_t size) noexcept;

/// N secret bytes in locked memory, wiped when they go. Moves; does not copy, print or compare.
template <std::size_t N>
class Secret {
 public:
  Secret() {
    ready_crypto();
    bytes_.reset(static_cast<std::byte*>(take_secret_memory(N)));
  }
  std::span<std::byte, N> bytes() { return std::span<std::byte, N>(bytes_.get(), N); }
  std::span<const std::byte, N> bytes() const { return std::span<const std::byte, N>(bytes_.get(), N); }
  unsigned char* data() { return reinterpret_cast<unsigned char*>(bytes_.get()); }
  const unsigned char* data() const { return reinterpret_cast<const unsigned char*>(bytes_.get()); }
  static constexpr std::size_t size() { return N; }

 private:
  struct Wipe {
    void operator()(std::byte* p) const noexcept { give_back_secret_memory(p, N); }
  };
  std::unique_ptr<std::byte, Wipe> bytes_;
};

}  // namespace moniker
