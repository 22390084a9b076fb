// Each character by itself, and half flags by their run: a flag is two of them.
#include "base/seen_characters.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/character_reference.hpp"
#include "base/look_alikes.hpp"
#include "base/utf8.hpp"

namespace moniker {
namespace {

struct CharacterRange {
  char32_t first, last;
};
bool in_ranges(const CharacterRange* begin, const CharacterRange* end, char32_t c) {
  return std::any_of(begin, end, [&](CharacterRange range) { return c >= range.first && c <= range.last; });
}

/// Whose compatibility form is a plain letter or digit: ligatures, full width, mathematical alphabets, in circles and
/// squares, raised and lowered. U+2102 to U+2134 hold the letters that the mathematical alphabets left out, amid signs
/// that are no letters.
bool is_styled(char32_t c) {
  static constexpr CharacterRange ranges[] = {{0x2B0, 0x2B8},   {0x2E0, 0x2E4},     {0x1D2C, 0x1D6A},  {0x1D78, 0x1D78},
                                              {0x1D9B, 0x1DBF}, {0x2070, 0x209C},   {0x2160, 0x217F},  {0x2460, 0x2468},
                                              {0x24B6, 0x24EA}, {0x2C7C, 0x2C7D},   {0xA770, 0xA770},  {0xFB00, 0xFB06},
                                              {0xFF01, 0xFF5E}, {0x1D400, 0x1D7FF}, {0x1F130, 0x1F149}};
  return in_ranges(std::begin(ranges), std::end(ranges), c) || (c >= 0x2102 && c <= 0x2134 && is_letter(c));
}

/// Marks that strike out, underline or enclose and make no other letter.
bool is_stroke(char32_t c) {
  static constexpr CharacterRange ranges[] = {
      {0x305, 0x305}, {0x332, 0x338}, {0x33F, 0x33F}, {0x34F, 0x34F}, {0x20D0, 0x20F0}};
  return in_ranges(std::begin(ranges), std::end(ranges), c);
}

class CharacterReader {
 public:
  explicit CharacterReader(std::string_view text) : text_(text) { seen_.reserve(text.size()); }

  SeenCharacters read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (is_plain(text_[at])) {
        at = put_plain(at);
        continue;
      }
      const auto reference = character_reference_at(text_, at);
      const CodePoint point = code_point_at(text_, at);
      const std::size_t length = reference ? reference->length : std::max<std::uint32_t>(1, point.length);
      const char32_t value = reference ? reference->value : point.length != 0 ? point.value : U'\uFFFD';
      take(value, static_cast<std::uint32_t>(at), at + length);
      at += length;
    }
    if (flags_) read_flags();
    return std::move(seen_);
  }

 private:
  /// ASCII with which no reference begins.
  static bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x80 && c != '&'; }
  /// All that is plain from a place on; where that ends.
  std::size_t put_plain(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && is_plain(text_[end])) ++end;
    auto to = seen_.insert(seen_.end(), end - at, SeenCharacter{});
    for (; at < end; ++at) *to++ = {static_cast<unsigned char>(text_[at]), static_cast<std::uint32_t>(at)};
    return end;
  }
  void take(char32_t c, std::uint32_t at, std::size_t behind) {
    if (c < 0x80) return put(c, at);
    // A soft hyphen at a line's end is one that is seen; some programs break words with an en dash or a not sign.
    const bool line_ends = behind < text_.size() && (text_[behind] == '\n' || text_[behind] == '\r');
    if ((c == 0xAD || c == 0xAC || c == 0x2013) && line_ends) return put('-', at);
    if (is_unseen(c) || is_stroke(c)) return;
    if (is_mark(c) && !seen_.empty() && is_digit(seen_.back().value)) return;
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return put('\n', at);
    if (is_space(c)) return put(' ', at);
    if (const char32_t plain = undecorated(c)) return put(plain, at);
    if (is_styled(c)) return put_styled(c, at);
    flags_ = flags_ || regional_letter(c) != 0;
    put(c, at);
  }
  void put(char32_t c, std::uint32_t at) { seen_.push_back({c, at}); }
  void put_styled(char32_t c, std::uint32_t at) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto n =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8,
                                static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE), &boundary);
    if (n <= 0 || n > 8) return put(c, at);
    for (utf8proc_ssize_t i = 0; i < n; ++i) put(static_cast<char32_t>(parts[i]), at);
  }

  /// Halves of flags that cannot be flags spell a word: an odd number, three flags' and more, or within a word.
  void read_flags() {
    constexpr std::size_t many = 6;
    for (std::size_t begin = 0; begin < seen_.size(); ++begin) {
      std::size_t end = begin;
      while (end < seen_.size() && regional_letter(seen_[end].value) != 0) ++end;
      if (end == begin) continue;
      const bool within = end < seen_.size() && is_lower(seen_[end].value);
      if (within || (end - begin) % 2 == 1 || end - begin >= many) {
        for (std::size_t i = begin; i < end; ++i) seen_[i].value = regional_letter(seen_[i].value);
      }
      begin = end;
    }
  }

  std::string_view text_;
  SeenCharacters seen_{};
  bool flags_ = false;
};

}  // namespace

SeenCharacters seen_characters(std::string_view text) { return CharacterReader(text).read(); }

bool may_be_seen_otherwise(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned first = byte(0), second = byte(1), third = byte(2);
  if (first == 0xC2) {
    return second == 0xAD || second == 0xA0 || second == 0x85 || (second == 0xAC && (third == '\n' || third == '\r'));
  }
  if (first < 0xC9) return false;  // the bytes of a character behind its first, and Latin letters
  if (first == 0xE2 && second == 0x80 && third >= 0x90 && third < 0xA8) {  // dashes, quotation marks
    return third <= 0x93 && (byte(3) == '\n' || byte(3) == '\r');
  }
  if (first == 0xE1 && second >= 0xB8 && second <= 0xBB) return false;  // Vietnamese
  if (first == 0xCC || (first == 0xCD && second < 0xB0)) {              // accents
    const CodePoint point = code_point_at(text, at);
    return is_stroke(point.value) || (at > 0 && is_digit(static_cast<unsigned char>(text[at - 1])));
  }
  if (first >= 0xE3 && first <= 0xED && first != 0xEA) {
    return first == 0xE3 && ((second == 0x80 && third == 0x80) || (second == 0x85 && third == 0xA4));
  }
  if (first == 0xF0)
    return second == 0x9D || (second == 0x9F && (byte(2) == 0x84 || byte(2) == 0x85 || byte(2) == 0x86 ||
                                                 byte(2) == 0x87 || byte(2) == 0xAF));
  return true;
}

}  // namespace moniker
