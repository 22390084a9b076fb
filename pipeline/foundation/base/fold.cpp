// The one form in which names are compared: NFKD with case folded (Unicode Standard Annex 15, utf8proc), marks and
// invisible characters dropped, white space one blank, every apostrophe ' and every hyphen -. Letters that keep their
// mark through decomposition (ł, ø, ß, þ) stand in a table. Most text is ASCII and takes a way of its own, which must
// give the same bytes. The registry hashes this form: to change it is to forget who everybody was.
#include "base/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace moniker {
namespace {

/// Letters that carry their mark in themselves and so survive decomposition.
std::string_view plain_letters(char32_t c) {
  switch (c) {
    case 0x0142:
      return "l";  // ł
    case 0x00F8:
      return "o";  // ø
    case 0x0111:
    case 0x00F0:
      return "d";  // đ ð
    case 0x0127:
      return "h";  // ħ
    case 0x0131:
      return "i";  // ı
    case 0x00FE:
      return "th";  // þ
    case 0x00E6:
      return "ae";  // æ
    case 0x0153:
      return "oe";  // œ
    case 0x00DF:
      return "ss";  // ß
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x02B9:
    case 0x0060:
    case 0x00B4:
    case 0x2032:
    case 0xFF07:
    case 0x02BB:
      return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
      return "-";
    default:
      return {};
  }
}

bool invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
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
    if (is_space(static_cast<char32_t>(static_cast<unsigned char>(c)))) {
      blank = true;
      return;
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == '`') c = '\'';
    put(std::string_view(&c, 1));
  }
  void take_wide(char32_t c) {
    if (invisible(c)) return;
    if (is_space(c)) {
      blank = true;
      return;
    }
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

namespace {

/// What an ASCII byte becomes: itself in lower case, ' for a grave accent, a blank for every space.
constexpr std::array<char, 128> made_ascii_folds() {
  std::array<char, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto c = static_cast<char>(i);
    table[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c == '`' ? '\'' : c >= '\t' && c <= '\r' ? ' ' : c;
  }
  return table;
}
constexpr std::array<char, 128> ascii_folds = made_ascii_folds();

/// Up to the first byte that is no ASCII, of which it gives the place.
std::size_t fold_ascii(std::string_view text, std::string& out) {
  out.resize(text.size());
  std::size_t size = 0, at = 0;
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) break;
    const char c = ascii_folds[byte];
    if (c == ' ' && (size == 0 || out[size - 1] == ' ')) continue;  // one blank for a run of them, none in front
    out[size++] = c;
  }
  out.resize(size);
  return at;
}

void fold_into(std::string_view text, std::string& out) {
  std::size_t at = fold_ascii(text, out);
  const bool blank = !out.empty() && out.back() == ' ';
  if (blank) out.pop_back();
  if (at == text.size()) return;
  Folder folder{.out = std::move(out), .blank = blank};
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      folder.take_ascii(text[at++]);
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (point.length == 0) {
      ++at;
      continue;
    }  // callers validate first; a stray byte is no letter
    folder.take_wide(point.value);
    at += point.length;
  }
  out = std::move(folder.out);
}

constexpr bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// The bytes of the code point of a word that begins here; 0: none does.
std::size_t word_part(std::string_view text, std::size_t at) {
  const auto c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return is_ascii_word(c) ? 1 : 0;
  const CodePoint point = code_point_at(text, at);
  return is_word(point.value) ? point.length : 0;
}

/// An apostrophe or hyphen between word characters.
bool joins(std::string_view text, std::size_t at) {
  return (text[at] == '\'' || text[at] == '-') && at > 0 && at + 1 < text.size() && word_part(text, at + 1) > 0 &&
         is_word(code_point_before(text, at).value);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  fold_into(text, folded);
  return folded;
}

void FoldedWords::read(std::string_view text) {
  fold_into(text, folded_);
  at_ = 0;
}

bool FoldedWords::next(std::string_view& word) {
  const std::string_view text = folded_;
  while (at_ < text.size() && word_part(text, at_) == 0 && !joins(text, at_)) ++at_;
  const std::size_t begin = at_;
  while (at_ < text.size()) {
    const std::size_t length = word_part(text, at_);
    if (length == 0 && !joins(text, at_)) break;
    at_ += std::max<std::size_t>(1, length);
  }
  word = text.substr(begin, at_ - begin);
  return !word.empty();
}

std::vector<std::string> folded_words(std::string_view text) {
  FoldedWords reader;
  reader.read(text);
  std::vector<std::string> words;
  for (std::string_view word; reader.next(word);) words.emplace_back(word);
  return words;
}

}  // namespace moniker
