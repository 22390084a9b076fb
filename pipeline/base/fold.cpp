#include "base/fold.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker {
namespace {

/// Letters that carry their mark in themselves and so survive decomposition.
std::string_view plain_letters(char32_t c) {
  switch (c) {
    case 0x0142: return "l";                  // ł
    case 0x00F8: return "o";                  // ø
    case 0x0111: case 0x00F0: return "d";     // đ ð
    case 0x0127: return "h";                  // ħ
    case 0x0131: return "i";                  // ı
    case 0x00FE: return "th";                 // þ
    case 0x00E6: return "ae";                 // æ
    case 0x0153: return "oe";                 // œ
    case 0x00DF: return "ss";                 // ß
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x02B9: case 0x0060: case 0x00B4: case 0x2032:
    case 0xFF07: case 0x02BB: return "'";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: case 0xFE63: case 0xFF0D: return "-";
    default: return {};
  }
}

bool invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct Folder {
  std::string out;
  bool blank = false;

  void put(std::string_view letters) {
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += letters;
  }
  void take_ascii(char c) {
    if (is_space(static_cast<char32_t>(static_cast<unsigned char>(c)))) { blank = true; return; }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == '`') c = '\'';
    put(std::string_view(&c, 1));
  }
  void take_wide(char32_t c) {
    if (invisible(c)) return;
    if (is_space(c)) { blank = true; return; }
    if (const auto plain = plain_letters(c); !plain.empty()) return put(plain);
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto n = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(c), parts, 32,
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
        &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(n, 32); ++i) take_part(static_cast<char32_t>(parts[i]));
  }
  void take_part(char32_t c) {
    if (is_mark(c)) return;
    if (c < 0x80) return take_ascii(static_cast<char>(c));
    if (const auto plain = plain_letters(c); !plain.empty()) return put(plain);
    std::string bytes;
    append_utf8(bytes, c);
    put(bytes);
  }
};

}  // namespace

std::string fold(std::string_view text) {
  Folder folder;
  folder.out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      folder.take_ascii(text[at++]);
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (point.length == 0) { ++at; continue; }   // callers validate first; a stray byte is no letter
    folder.take_wide(point.value);
    at += point.length;
  }
  return std::move(folder.out);
}

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  std::size_t at = 0;
  const auto joins = [&](std::size_t i) {
    return (folded[i] == '\'' || folded[i] == '-') && i > 0 && i + 1 < folded.size() &&
           is_word(code_point_before(folded, i).value) && is_word(code_point_at(folded, i + 1).value);
  };
  while (at < folded.size()) {
    std::size_t end = at;
    while (end < folded.size()) {
      const CodePoint point = code_point_at(folded, end);
      if (point.length == 0 || !(is_word(point.value) || joins(end))) break;
      end += point.length;
    }
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + std::max<std::size_t>(1, end < folded.size() ? code_point_at(folded, end).length : 1);
  }
  return words;
}

}  // namespace moniker
