// Escapes are read where they make a letter that stands within a word: an address on the web and a path keep theirs.
#include <algorithm>

#include "base/character_reference.hpp"
#include "base/utf8.hpp"
#include "read/turns/misread.hpp"

namespace moniker::read {
namespace {

/// A character written by others, and how many bytes it took; 0: none.
struct Escape {
  char32_t value = 0;
  std::size_t length = 0;
};

int digit_of(char c, int base) {
  const int value = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : 99;
  return value < base ? value : -1;
}

/// So many digits as a number; nothing where there are fewer.
int number_at(std::string_view text, std::size_t at, std::size_t digits, int base) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    const int digit = digit_of(text[i], base);
    if (digit < 0) return -1;
    value = value * base + digit;
  }
  return value;
}

/// Bytes of which each is written with a mark and digits: UTF-8 where they are, else Windows-1252's one.
Escape bytes_at(std::string_view text, std::size_t at, std::string_view mark, std::size_t digits, int base,
                std::string_view close = {}) {
  std::string bytes;
  std::size_t next = at;
  while (bytes.size() < 4 && text.substr(next).starts_with(mark)) {
    const int byte = number_at(text, next + mark.size(), digits, base);
    if (byte < 0x80 || byte > 0xFF || !text.substr(next + mark.size() + digits).starts_with(close)) break;
    if (mark == "=" && is_lower(static_cast<unsigned char>(text[next + mark.size() + digits - 1]))) break;
    bytes += static_cast<char>(byte);
    next += mark.size() + digits + close.size();
  }
  const std::size_t each = mark.size() + digits + close.size();
  if (const CodePoint point = code_point_at(bytes, 0); point.length > 0 && !bytes.empty())
    return {point.value, each * point.length};
  // One byte is told from "=DElyth" by its neighbours: a small letter behind what a letter stands before.
  const std::size_t behind = at + each;
  const bool within = at > 0 && is_letter(static_cast<unsigned char>(text[at - 1])) && behind < text.size() &&
                      is_lower(static_cast<unsigned char>(text[behind]));
  if (bytes.empty() || static_cast<unsigned char>(bytes[0]) < 0xC0 || (mark == "=" && !within)) return {};
  return {static_cast<unsigned char>(bytes[0]), each};
}

Escape unit_at(std::string_view text, std::size_t at, std::string_view mark, std::string_view close) {
  if (!text.substr(at).starts_with(mark)) return {};
  for (const std::size_t digits : {std::size_t{4}, std::size_t{2}}) {
    const int value = number_at(text, at + mark.size(), digits, 16);
    if (value > 0 && text.substr(at + mark.size() + digits).starts_with(close))
      return {static_cast<char32_t>(value), mark.size() + digits + close.size()};
  }
  return {};
}

/// RFC 2152: "+AOI-".
Escape utf7_at(std::string_view text, std::size_t at) {
  if (text[at] != '+') return {};
  const std::size_t end = text.find('-', at);
  if (end == std::string_view::npos || end - at != 4) return {};
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::uint32_t bits = 0;
  for (std::size_t i = at + 1; i < end; ++i) {
    const std::size_t digit = digits.find(text[i]);
    if (digit == std::string_view::npos) return {};
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
  }
  return {static_cast<char32_t>(bits >> 2), 5};
}

/// "&amp;acirc;": written as in HTML twice.
Escape reference_at(std::string_view text, std::size_t at) {
  constexpr std::string_view mark = "&amp;";
  if (!text.substr(at).starts_with(mark)) return {};
  const std::string once = "&" + std::string(text.substr(at + mark.size(), 16));
  const auto reference = character_reference_at(once, 0);
  return reference ? Escape{reference->value, mark.size() + reference->length - 1} : Escape{};
}

Escape escape_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\\': {
      if (at > 0 && text[at - 1] == '\\') return {};
      if (const Escape unit = unit_at(text, at, "\\u", ""); unit.length != 0) return unit;
      if (const Escape unit = unit_at(text, at, "\\u{", "}"); unit.length != 0) return unit;
      if (const Escape bytes = bytes_at(text, at, "\\x", 2, 16); bytes.length != 0) return bytes;
      if (const Escape bytes = bytes_at(text, at, "\\'", 2, 16); bytes.length != 0) return bytes;  // rich text's
      return bytes_at(text, at, "\\", 3, 8);
    }
    case '=':
      return bytes_at(text, at, "=", 2, 16);
    case '%':
      if (const Escape unit = unit_at(text, at, "%u", ""); unit.length != 0) return unit;
      return bytes_at(text, at, "%", 2, 16);
    case '<':  // as R prints what it cannot show
      if (const Escape unit = unit_at(text, at, "<U+", ">"); unit.length != 0) return unit;
      return bytes_at(text, at, "<", 2, 16, ">");
    case '+':
      return utf7_at(text, at);
    case '&':
      return reference_at(text, at);
    default:
      return {};
  }
}

/// Of addresses on the web and of what is asked there.
bool in_address(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 256;
  const std::size_t from = at - std::min(at, reach);
  text = text.substr(from, 2 * reach);
  at -= from;
  std::size_t begin = text.find_last_of(" \t\r\n", at), end = text.find_first_of(" \t\r\n", at);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  const std::string_view word = text.substr(begin, end == std::string_view::npos ? end : end - begin);
  return word.find("://") != std::string_view::npos || word.starts_with("www.") ||
         word.find('@') != std::string_view::npos;
}

}  // namespace

std::string unescaped(std::string_view text, std::uint64_t& repaired) {
  std::string out;
  bool after_escape = false;
  for (std::size_t at = 0; at < text.size();) {
    const Escape escape = escape_at(text, at);
    const bool letter = escape.length != 0 && escape.value >= 0xC0 && escape.value < 0x250 && is_letter(escape.value);
    const bool apostrophe = escape.length != 0 && escape.value == 0x2019;
    const bool within = (at > 0 && is_letter(code_point_before(text, at).value)) || after_escape ||
                        is_letter(code_point_at(text, at + escape.length).value);
    after_escape = (letter || apostrophe) && within && !in_address(text, at);
    if (!after_escape) {
      out += text[at++];
      continue;
    }
    append_utf8(out, escape.value);
    ++repaired;
    at += escape.length;
  }
  return out;
}

}  // namespace moniker::read
