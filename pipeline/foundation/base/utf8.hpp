#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace moniker {

/// What stands at one place of a text: a code point and how many bytes it took.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  // 0 at the end of the text or at a byte that is not UTF-8
};

/// The code point at `at`; strict UTF-8 (no overlong forms, surrogates or values past U+10FFFF).
CodePoint code_point_at(std::string_view text, std::size_t at);
/// The code point that ends right before `at`.
CodePoint code_point_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t value);

/// The offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

bool is_letter(char32_t c);  // general category L*
bool is_mark(char32_t c);    // M*: combining accents
bool is_digit(char32_t c);   // Nd
bool is_upper(char32_t c);   // Lu, Lt
bool is_lower(char32_t c);   // Ll
bool is_space(char32_t c);   // white space, no-break and zero-width spaces
inline bool is_word(char32_t c) { return is_letter(c) || is_mark(c) || is_digit(c); }

}  // namespace moniker
