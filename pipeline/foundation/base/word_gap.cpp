// What stands in a gap is read from left to right, item by item: a tag, a sign, blanks. Which of the items may stand
// together is asked at the end, since every form of gap allows few of them.
#include "base/word_gap.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker {
namespace {

constexpr std::size_t longest_gap = 48, longest_tag = 40, longest_note = 12;

bool is_dash(char32_t c) { return is_hyphen(c) || (c >= 0x2012 && c <= 0x2015) || c == 0xAC; }

/// Emoji, arrows, private characters and the marks of plain text's markup.
bool is_ornament(char32_t c) {
  if (c < 0x80) return c == '*' || c == '_' || c == '~' || c == '`';
  return (c >= 0x2190 && c < 0x2E80) || (c >= 0xE000 && c < 0xF900) || (c >= 0x1F000 && c < 0x20000) || c == 0xAE ||
         c == 0xA9;
}

class GapReader {
 public:
  GapReader(const SeenCharacters& text, std::size_t at, std::string_view delivered)
      : text_(text), at_(at), begin_(at), delivered_(delivered) {}

  WordGap read() {
    while (at_ < text_.size() && at_ - begin_ <= longest_gap) {
      const char32_t c = text_[at_].value;
      if (!furniture_ && page_number()) continue;
      if (is_letter(c) || is_mark(c)) return sound() ? WordGap{at_, blanks_ > 0, furniture_, ornament()} : WordGap{};
      if (is_digit(c)) return {};
      if (tag()) continue;
      count(c);
      ++at_;
    }
    return {};
  }

 private:
  char32_t at(std::size_t place) const { return place < text_.size() ? text_[place].value : 0; }

  void count(char32_t c) {
    if (c == '\n' || c == '\r') {
      ++line_ends_;
      ++blanks_;
    } else if (c == ' ' || c == '\t') {
      odd_ += c == '\t' || delivered_[text_[at_].begin] != ' ';
      ++blanks_;
    } else if (c == '>' || c == '|') {
      ++quotes_;
    } else if (is_dash(c)) {
      ++dashes_;
    } else {
      ++(is_ornament(c) ? ornaments_ : signs_);
    }
  }

  bool ornament() const { return blanks_ == 0 && signs_ == 0 && dashes_ == 0 && quotes_ == 0; }

  bool sound() const {
    constexpr std::size_t most_signs = 3, most_ornaments = 12;
    if (ornaments_ > most_ornaments || signs_ + dashes_ + quotes_ > most_signs + (furniture_ ? 3 : 0)) return false;
    if (blanks_ == 0) return !furniture_ && at_ > begin_ && !lone_hyphen();
    if (signs_ > 0 || ornaments_ > 0 || tags_ > 0) return furniture_ && tags_ == 0 && ornaments_ == 0;
    if (furniture_) return true;
    if (quotes_ > 0) return is_white(static_cast<char>(std::min<char32_t>(text_[at_ - 1].value, 0x7F)));
    return dashes_ > 0 ? dashes_ <= 2 : line_ends_ > 0 || odd_ > 0;
  }
  /// Within a word it is a part of it.
  bool lone_hyphen() const { return at_ == begin_ + 1 && is_hyphen(text_[begin_].value); }

  /// "</i>", "<br/>", "[/b]", "[sic]"; moves behind it.
  bool tag() {
    const char32_t opening = text_[at_].value;
    if (opening != '<' && opening != '[') return false;
    const std::size_t longest = opening == '<' ? longest_tag : longest_note;
    std::size_t end = at_ + 1;
    if (at(end) == '/') ++end;
    if (!is_letter(at(end))) return false;
    while (end < text_.size() && end - at_ < longest && at(end) != '\n' && at(end) != opening && at(end) != '>' &&
           at(end) != ']')
      ++end;
    if (at(end) != (opening == '<' ? U'>' : U']') || (end == at_ + 2 && opening == '[')) return false;
    // Words in pointed brackets are a part of a name sooner than a tag: their first word is short.
    ++tags_;
    at_ = end + 1;
    return true;
  }

  /// Between blanks: "12", "- 12 -", "Page 3 of 10", "p. 7", "3/10"; moves behind it.
  bool page_number() {
    if (blanks_ == 0) return false;
    std::size_t next = at_;
    const auto skip = [&](std::u32string_view wanted) {
      std::size_t end = next;
      for (const char32_t c : wanted) {
        if ((at(end) | (is_letter(c) ? 0x20U : 0U)) != c) return false;
        ++end;
      }
      next = end;
      return true;
    };
    const auto number = [&] {
      const std::size_t from = next;
      while (is_digit(at(next)) && next - from < 4) ++next;
      return next > from && !is_digit(at(next)) && !is_letter(at(next));
    };
    const auto blanks = [&] {
      while (at(next) == ' ') ++next;
    };
    if (skip(U"page") || skip(U"pg") || skip(U"p")) {
      skip(U".");
      blanks();
    }
    if (!number()) return false;
    const std::size_t first = next;
    blanks();
    const bool more = (skip(U"of") || skip(U"/")) && (blanks(), number());
    if (!more) next = first;
    at_ = next;
    furniture_ = true;
    return true;
  }

  const SeenCharacters& text_;
  std::size_t at_;
  const std::size_t begin_;
  std::string_view delivered_;
  std::size_t blanks_ = 0, odd_ = 0, line_ends_ = 0, dashes_ = 0, quotes_ = 0, ornaments_ = 0, signs_ = 0, tags_ = 0;
  bool furniture_ = false;
};

}  // namespace

namespace {

/// One blank and a word behind it that begins no page's number: no gap within a word, as nearly everywhere.
bool parts_words(const SeenCharacters& text, std::size_t at, std::string_view delivered) {
  if (text[at].value != ' ' || at + 1 >= text.size() || delivered[text[at].begin] != ' ') return false;
  const char32_t next = text[at + 1].value;
  return next < 0x80 && is_letter(next) && (next | 0x20) != 'p';
}

}  // namespace

WordGap word_gap_at(const SeenCharacters& text, std::size_t at, std::string_view delivered) {
  if (at >= text.size() || text[at].value == '\'' || parts_words(text, at, delivered)) return {};
  return GapReader(text, at, delivered).read();
}

bool may_be_word_gap(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto of_word = [](unsigned c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0xC3; };
  const unsigned first = byte(at), second = byte(at + 1);
  if (first == ' ') {
    return second == '-' || second == '>' || second == '|' || (second >= '0' && second <= '9') ||
           (second == 0xE2 && byte(at + 2) == 0x80 && byte(at + 3) <= 0x95);
  }
  if (first >= 0x80) {
    if (first < 0xC2 || (first > 0xC2 && first < 0xE1) || first == 0xE1) return false;  // letters and their accents
    if (first != 0xE2 || second != 0x80) return true;
    const unsigned third = byte(at + 2);
    return third != 0x99 && (third <= 0x95 || of_word(byte(at + 3)));  // dashes may have a blank behind
  }
  if (first == '-') return second == ' ' || second == '-' || second == '\n' || second == '\r' || second == '\t';
  if (first == '\'' || second == ' ') return false;
  if (first == '\n' || first == '\r' || first == '\t' || first == '<') return true;
  return of_word(second) || (second != ' ' && (of_word(byte(at + 2)) || of_word(byte(at + 3))));
}

}  // namespace moniker
