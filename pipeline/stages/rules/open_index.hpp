// An index of numbered things by their hash (open addressing; a power of two of slots, at most half of them taken) that
// may lie in a mapped file: nothing but numbers, each plus 1; 0 is a free slot.
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace moniker::rules {

inline std::size_t slots_for(std::size_t count) { return std::bit_ceil(std::max<std::size_t>(16, 2 * count)); }

/// Into an index in which a slot is free.
inline void put_in_index(std::vector<std::uint32_t>& index, std::uint64_t hash, std::uint32_t number) {
  std::size_t at = hash & (index.size() - 1);
  while (index[at] != 0) at = (at + 1) & (index.size() - 1);
  index[at] = number + 1;
}

/// Of the numbers from `first` up to `end`, with so many slots; `hash_of(number)`.
template <class HashOf>
std::vector<std::uint32_t> index_of(std::uint32_t first, std::uint32_t end, std::size_t slots, const HashOf& hash_of) {
  std::vector<std::uint32_t> index(slots, 0);
  for (std::uint32_t number = first; number < end; ++number) put_in_index(index, hash_of(number), number);
  return index;
}

/// The number with this hash for which `is(number)` holds; of an empty index none.
template <class Is>
std::optional<std::uint32_t> find_in_index(std::span<const std::uint32_t> index, std::uint64_t hash, const Is& is) {
  if (index.empty()) return std::nullopt;
  for (std::size_t at = hash & (index.size() - 1); index[at] != 0; at = (at + 1) & (index.size() - 1)) {
    if (is(index[at] - 1)) return index[at] - 1;
  }
  return std::nullopt;
}

}  // namespace moniker::rules
