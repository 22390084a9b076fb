#include "words/word_scanner.hpp"

#include <array>
#include <cstdint>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::words {
namespace {

/// Bytes of an apostrophe at `at`, 0 where there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  return is_apostrophe(point.value) ? point.length : 0;
}
/// Of an apostrophe or a hyphen.
std::size_t joiner_at(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  return is_apostrophe(point.value) || is_hyphen(point.value) ? point.length : 0;
}

/// What a byte is to the scanner.
enum Byte : std::uint8_t { other, letter, joiner, ampersand, wide };
constexpr std::array<Byte, 256> byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9', small = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    kinds[c] = c >= 0x80               ? wide
               : digit || small        ? letter
               : c == '\'' || c == '-' ? joiner
               : c == '&'              ? ampersand
                                       : other;
  }
  return kinds;
}();
Byte kind_of(char c) { return byte_kinds[static_cast<unsigned char>(c)]; }

}  // namespace

/// How many bytes of a word character stand at `at`; 0 where none does.
std::size_t WordScanner::word_length(std::size_t at) const {
  if (at >= text_.size()) return 0;
  if (kind_of(text_[at]) != wide) return kind_of(text_[at]) == letter ? 1 : 0;
  const CodePoint point = code_point_at(text_, at);
  return point.length != 0 && is_word(point.value) ? point.length : 0;
}

bool WordScanner::joins(std::size_t at, std::size_t length) const {
  return length != 0 && word_length(at + length) != 0;
}

/// How many bytes at `at` go on with a word: one of its characters, or what joins two.
std::size_t WordScanner::part_length(std::size_t at) const {
  if (at >= text_.size()) return 0;
  switch (kind_of(text_[at])) {
    case letter:
      return 1;
    case joiner:
      return joins(at, 1) ? 1 : 0;
    case wide:
      break;
    default:
      return 0;
  }
  if (const std::size_t length = word_length(at); length != 0) return length;
  const std::size_t join = joiner_at(text_, at);
  return joins(at, join) ? join : 0;
}

std::size_t WordScanner::without_clitic(std::size_t begin, std::size_t end) const {
  if (end - begin < 3 || (text_[end - 1] | 0x20) != 's') return end;
  for (const std::size_t length : {1U, 2U, 3U}) {
    if (end - begin > length + 1 && apostrophe_at(text_, end - 1 - length) == length) return end - 1 - length;
  }
  return end;
}

std::size_t WordScanner::clitic_at(std::size_t at) const {
  if (!after_word_ || at >= text_.size()) return 0;
  const std::size_t length = apostrophe_at(text_, at);
  if (length == 0 || at + length >= text_.size() || (text_[at + length] | 0x20) != 's') return 0;
  return word_length(at + length + 1) == 0 ? length + 1 : 0;
}

bool WordScanner::next(ByteRange& word) {
  if (const std::size_t clitic = after_word_ ? clitic_at(at_) : 0; clitic != 0) {
    word = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + clitic)};
    at_ += clitic;
    after_word_ = false;
    return true;
  }
  for (; at_ < text_.size(); ++at_) {  // continuation bytes are no word characters, so byte steps are safe
    const Byte kind = kind_of(text_[at_]);
    if (kind == letter || (kind == wide && word_length(at_) != 0)) break;
    if (kind != ampersand) continue;
    word = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1)};
    ++at_;
    after_word_ = false;
    return true;
  }
  if (at_ >= text_.size()) return false;
  std::size_t end = at_;
  do {
    while (end < text_.size() && kind_of(text_[end]) == letter) ++end;
    const std::size_t length = part_length(end);
    if (length == 0) break;
    end += length;
  } while (true);
  end = without_clitic(at_, end);
  word = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
  at_ = end;
  after_word_ = true;
  return true;
}

void fold_word(std::string_view word, std::string& out) {
  if (word == "&") {
    out += "and";
    return;
  }
  const std::size_t before = out.size();
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.resize(before);
      out += fold(word);
      return;
    }
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
}

}  // namespace moniker::words
