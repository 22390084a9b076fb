#include "eval/letters.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker::eval {
namespace {

/// Letters and everything that stands for a number, roman numerals and fractions too; no combining marks.
bool is_letter_or_number(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return is_letter(c) || category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL ||
         category == UTF8PROC_CATEGORY_NO;
}

bool is_covered(std::uint32_t byte, const Ranges& covered) {
  const auto after = std::upper_bound(covered.begin(), covered.end(), byte,
                                      [](std::uint32_t at, const auto& range) { return at < range.first; });
  return after != covered.begin() && byte < std::prev(after)->second;
}

}  // namespace

LetterBytes letter_bytes(std::string_view text, std::uint32_t offset, const Ranges& covered) {
  LetterBytes letters, bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, c.length);
    for (std::size_t i = at; i < at + length; ++i) {
      const bool in = is_covered(offset + static_cast<std::uint32_t>(i), covered);
      ++bytes.all;
      bytes.covered += in;
      if (!is_letter_or_number(c.value)) continue;
      ++letters.all;
      letters.covered += in;
    }
    at += length;
  }
  return letters.all > 0 ? letters : bytes;
}

std::string entity_letters(std::string_view surface) {
  std::string out;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    at += std::max<std::size_t>(1, c.length);
    utf8proc_int32_t folded[8];
    int boundary = 0;
    const auto n =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c.value), folded, 8, UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(n, 8); ++i) {
      const auto one = static_cast<char32_t>(folded[i]);
      if (is_letter_or_number(one)) append_utf8(out, one);
    }
  }
  return out;
}

}  // namespace moniker::eval
