#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace moniker {

// What counts as blank, as a digit, as an apostrophe and as a hyphen, everywhere but in stages/prove, which reads with
// eyes of its own. White space beyond ASCII is is_space() (utf8.hpp); what fold() takes for an apostrophe is more.

inline constexpr std::string_view blanks = " \t";           // within a line
inline constexpr std::string_view white_space = " \t\r\n";  // of a text of several

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_white(char c) { return is_blank(c) || c == '\r' || c == '\n'; }

/// Without what is blank at its ends.
std::string_view trimmed(std::string_view text, std::string_view blank = white_space);

/// The place of the first byte from `at` on that is not blank; the text's size where there is none.
constexpr std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// From 0 to 9; those of other scripts are is_digit() (utf8.hpp).
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
/// Such digits and nothing else, at least one.
bool is_number(std::string_view text);
/// Those of a text, in order.
std::string digits_of(std::string_view text);

/// The straight one, the curly one, the letter and the full-width one: what stands inside O'Neill.
constexpr bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07; }
/// The opening quotation mark too, which word processors put in front of '81 and people behind a name.
constexpr bool is_single_quote(char32_t c) { return is_apostrophe(c) || c == 0x2018; }
/// The ASCII one and Unicode's, breaking and not: what stands inside Kelly-Marsh. Dashes are none.
constexpr bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }

}  // namespace moniker
