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

// What is asked of every byte of talk is nearly always asked of ASCII, and answered without a call.

namespace wide {  // the same of what is no ASCII
CodePoint code_point_at(std::string_view text, std::size_t at);
CodePoint code_point_before(std::string_view text, std::size_t at);
bool is_letter(char32_t c);
bool is_mark(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_space(char32_t c);
bool is_word(char32_t c);
}  // namespace wide

/// The code point at `at`; strict UTF-8 (no overlong forms, surrogates or values past U+10FFFF).
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? CodePoint{first, 1} : wide::code_point_at(text, at);
}
/// The code point that ends right before `at`.
inline CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  const auto last = static_cast<unsigned char>(text[at - 1]);
  return last < 0x80 ? CodePoint{last, 1} : wide::code_point_before(text, at);
}

void append_utf8(std::string& out, char32_t value);

/// The offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

inline bool is_letter(char32_t c) {  // general category L*
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : wide::is_letter(c);
}
inline bool is_mark(char32_t c) { return c >= 0x80 && wide::is_mark(c); }  // M*: combining accents
inline bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : wide::is_digit(c); }  // Nd
inline bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : wide::is_upper(c); }  // Lu, Lt
inline bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : wide::is_lower(c); }  // Ll
inline bool is_space(char32_t c) {  // white space, no-break and zero-width spaces
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : wide::is_space(c);
}
inline bool is_word(char32_t c) { return c < 0x80 ? is_letter(c) || is_digit(c) : wide::is_word(c); }

}  // namespace moniker
