#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace moniker::words {

/// Names by which a misspelt word may have been meant.
class NearNames {
 public:
  /// A single folded word; those of fewer than four letters are not looked for.
  void add(std::string_view name);
  /// Whether the folded word is a near miss: near in spelling, or alike in sound and at most two edits away, since it
  /// may be any word of the language, where resolve compares what are names already. The name itself is none.
  bool near(std::string_view word) const;

 private:
  struct Name {
    std::string text{};
    std::uint32_t letters = 0;  // a bit each
  };
  static std::uint32_t key_of(char first, std::size_t size) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(first)) << 16 | static_cast<std::uint32_t>(size);
  }

  std::unordered_map<std::uint32_t, std::vector<Name>> by_size_{};  // first letter and length
  std::unordered_map<std::string, std::vector<std::string>> by_sound_{};
};

}  // namespace moniker::words
