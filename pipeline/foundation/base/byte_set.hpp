#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace moniker {

/// Some bytes, looked for by a table: find_first_of() asks memchr() anew for every byte of the text.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) in_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool holds(char c) const { return in_[static_cast<unsigned char>(c)]; }
  /// The place of the first of them from `at` on; npos where there is none.
  constexpr std::size_t find(std::string_view text, std::size_t at = 0) const {
    for (; at < text.size(); ++at) {
      if (holds(text[at])) return at;
    }
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> in_{};
};

}  // namespace moniker
