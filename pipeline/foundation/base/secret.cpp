#include "base/secret.hpp"

#include <mutex>
#include <vector>

namespace moniker {
namespace {

constexpr std::size_t slot_size = 64, slots_in_block = 64;

/// Slots of one size in blocks that libsodium locks and guards. Blocks stay until the process ends.
class SlotPool {
 public:
  void* take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) add_block();
    void* slot = free_.back();
    free_.pop_back();
    return slot;
  }
  void give_back(void* slot) noexcept {
    sodium_memzero(slot, slot_size);
    const std::lock_guard lock(mutex_);
    free_.push_back(slot);  // has room: every slot was in it once
  }

 private:
  void add_block() {
    free_.reserve((blocks_ + 1) * slots_in_block);
    auto* const block = static_cast<std::byte*>(sodium_allocarray(slots_in_block, slot_size));
    if (!block) throw std::bad_alloc();
    ++blocks_;
    for (std::size_t i = slots_in_block; i-- > 0;) free_.push_back(block + i * slot_size);
  }

  std::mutex mutex_{};
  std::vector<void*> free_{};
  std::size_t blocks_ = 0;
};

/// Lives as long as the process: secrets may be given back by whatever is destroyed last.
SlotPool& pool() {
  static SlotPool& slots = *new SlotPool;
  return slots;
}

}  // namespace

void* take_secret_memory(std::size_t size) {
  if (size <= slot_size) return pool().take();
  void* const memory = sodium_malloc(size);
  if (!memory) throw std::bad_alloc();
  return memory;
}

void give_back_secret_memory(void* memory, std::size_t size) noexcept {
  if (memory == nullptr) return;
  if (size <= slot_size) return pool().give_back(memory);
  sodium_free(memory);
}

}  // namespace moniker
