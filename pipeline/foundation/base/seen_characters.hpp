#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace moniker {

/// A character that is seen; the bytes from which it comes begin here and go on to those of the next one.
struct SeenCharacter {
  char32_t value = 0;
  std::uint32_t begin = 0;
};

using SeenCharacters = std::vector<SeenCharacter>;

/// A text character by character as its reader sees it: without what nobody sees and without strokes through letters
/// and digits, with plain blanks, plain letters for decorated ones, and characters written as in HTML.
SeenCharacters seen_characters(std::string_view text);

/// Whether that may be anything but the text itself, where a byte beyond ASCII begins. Looks nothing up.
bool may_be_seen_otherwise(std::string_view text, std::size_t at);

/// A letter or the accent of one.
inline bool is_plain_letter(char32_t c) { return is_letter(c) || is_mark(c); }

}  // namespace moniker
