#include "words/word_table.hpp"

#include <utility>

namespace moniker::words {

void WordTable::add(std::string_view word) {
  if (word.empty()) return;
  if ((count_ + 1) * 4 > slots_.size() * 3) grow();
  const std::uint32_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.size > 0) return;
  slot = {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size()), hash};
  letters_ += word;
  ++count_;
}

/// Where it lies, or would.
std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].size > 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && std::string_view(letters_).substr(slot.begin, slot.size) == word) break;
  }
  return at;
}

void WordTable::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.size > 0) slots_[slot_of(std::string_view(letters_).substr(slot.begin, slot.size), slot.hash)] = slot;
  }
}

}  // namespace moniker::words
