// Character by character first, then word by word. Each character that is left knows the bytes that it stands for;
// what is left out goes to the one before it, and an opening bracket to the one behind, so that whoever replaces a
// word replaces all that was delivered of it.
#include "base/seen_text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/character_reference.hpp"
#include "base/fold.hpp"
#include "base/look_alikes.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker {
namespace {

/// A character and the bytes from which it comes begin here and go on to the next one.
struct Unit {
  char32_t value = 0;
  std::uint32_t begin = 0;
};
using Units = std::vector<Unit>;

bool is_plain_letter(char32_t c) { return is_letter(c) || is_mark(c); }
bool is_ascii(char32_t c) { return c < 0x80; }

bool is_styled(char32_t c) {
  return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF) ||
         (c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F149);
}

/// U+2102 to U+2134 hold the letters that the mathematical alphabets left out, amid signs that are no letters.
bool is_letter_like(char32_t c) { return c >= 0x2102 && c <= 0x2134 && is_letter(c); }

class UnitReader {
 public:
  explicit UnitReader(std::string_view text) : text_(text) { units_.reserve(text.size()); }

  Units read() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto reference = character_reference_at(text_, at);
      const CodePoint point = code_point_at(text_, at);
      const std::size_t length = reference ? reference->length : std::max<std::uint32_t>(1, point.length);
      const char32_t value = reference ? reference->value : point.length != 0 ? point.value : U'\uFFFD';
      take(value, static_cast<std::uint32_t>(at), at + length);
      at += length;
    }
    return std::move(units_);
  }

 private:
  void take(char32_t c, std::uint32_t at, std::size_t behind) {
    if (is_ascii(c)) return put(c, at);
    // A soft hyphen at a line's end is one that is seen; some programs break words with an en dash or a not sign.
    const bool line_ends = behind < text_.size() && (text_[behind] == '\n' || text_[behind] == '\r');
    if ((c == 0xAD || c == 0xAC || c == 0x2013) && line_ends) return put('-', at);
    if (is_unseen(c)) return;
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return put('\n', at);
    if (is_space(c)) return put(' ', at);
    if (is_styled(c) || is_letter_like(c)) return put_styled(c, at);
    put(c, at);
  }
  void put(char32_t c, std::uint32_t at) { units_.push_back({c, at}); }
  void put_styled(char32_t c, std::uint32_t at) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto n =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8,
                                static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE), &boundary);
    if (n <= 0 || n > 8) return put(c, at);
    for (utf8proc_ssize_t i = 0; i < n; ++i) put(static_cast<char32_t>(parts[i]), at);
  }

  std::string_view text_;
  Units units_{};
};

/// Cyrillic and Greek letters become Latin in words that are Latin otherwise.
void replace_look_alikes(Units& units) {
  for (std::size_t begin = 0; begin < units.size();) {
    if (is_ascii(units[begin].value) ? !is_letter(units[begin].value) : !is_plain_letter(units[begin].value)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    bool latin = false, alike = false, other = false;
    for (; end < units.size() && is_plain_letter(units[end].value); ++end) {
      const char32_t c = units[end].value;
      const bool looks = c >= 0x370 && look_alike(c) != 0;
      alike = alike || looks;
      latin = latin || c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
      other = other || (c >= 0x370 && c < 0x1E00 && !looks && !is_mark(c));
    }
    if (latin && alike && !other) {
      for (std::size_t i = begin; i < end; ++i) {
        if (const char32_t looks = units[i].value >= 0x370 ? look_alike(units[i].value) : 0) units[i].value = looks;
      }
    }
    begin = end;
  }
}

/// Makes words whole that a line's end or brackets cut, as far as words tell.
class WordJoiner {
 public:
  WordJoiner(Units units, const KnowsWord& knows) : in_(std::move(units)), knows_(knows) {}

  Units join() {
    out_.reserve(in_.size());
    while (at_ < in_.size()) {
      const char32_t c = in_[at_].value;
      if (is_hyphen(c) && at_line_end()) continue;
      if ((c == '(' || c == '[' || c == '{') && at_bracket()) continue;
      out_.push_back(in_[at_++]);
    }
    return std::move(out_);
  }

 private:
  static bool of_word(char32_t c) { return is_plain_letter(c) || is_apostrophe(c); }

  std::string run(const Units& units, std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) append_utf8(text, units[i].value);
    return text;
  }
  /// Where the word begins that the text so far ends with, with the hyphens inside it or without.
  std::size_t begin_of_word(bool hyphens) const {
    std::size_t at = out_.size();
    while (at > 0 && (of_word(out_[at - 1].value) || (hyphens && is_hyphen(out_[at - 1].value)))) --at;
    return at;
  }
  std::size_t end_of_word(std::size_t at, bool hyphens) const {
    while (at < in_.size() && (of_word(in_[at].value) || (hyphens && is_hyphen(in_[at].value)))) ++at;
    return at;
  }
  bool knows(const std::string& word) const { return !word.empty() && knows_(fold(word)); }

  /// At a hyphen: whether the word goes on behind the line's end. Then the hyphen is left out, or the line's end.
  bool at_line_end() {
    std::size_t next = at_ + 1;
    bool line = false;
    while (next < in_.size() && is_white(static_cast<char>(std::min<char32_t>(in_[next].value, 0x7F)))) {
      line = line || in_[next].value == '\n';
      ++next;
    }
    if (next == at_ + 1 || next == in_.size() || !is_letter(in_[next].value)) return false;
    const std::size_t begin = begin_of_word(false);
    if (out_.size() - begin < 2) return false;  // "I- it was"
    const std::string first = run(out_, begin, out_.size()), second = run(in_, next, end_of_word(next, false));
    if (fold(second).starts_with(fold(first))) return false;  // "Kath- Katherine"
    const bool goes_on = is_lower(in_[next].value) || (is_upper(out_.back().value) && line);
    const bool both = knows(first) && knows(second);
    bool whole = (line || (goes_on && !both)) && knows(first + second);
    bool hyphen = false;
    if (!whole && line) {
      hyphen = knows(run(out_, begin_of_word(true), out_.size()) + "-" + run(in_, next, end_of_word(next, true))) ||
               (both && goes_on && is_lower(out_[begin].value));
      whole = !hyphen && goes_on && !both;
    }
    if (hyphen) out_.push_back(in_[at_]);
    if (whole || hyphen) at_ = next;
    return whole || hyphen;
  }

  /// At an opening bracket: whether what stands in it is a part of the word about it. Then the brackets are left out.
  bool at_bracket() {
    constexpr std::size_t longest = 24;
    const std::size_t inner = at_ + 1, close = end_of_word(inner, false);
    if (close == inner || close - inner > longest || close == in_.size()) return false;
    const char32_t opening = in_[at_].value, closing = in_[close].value;
    if (closing != (opening == '(' ? U')' : opening == '[' ? U']' : U'}')) return false;
    const std::size_t end = end_of_word(close + 1, false), begin = begin_of_word(false);
    const std::string before = run(out_, begin, out_.size()), inside = run(in_, inner, close),
                      after = run(in_, close + 1, end);
    if (before.empty() && after.empty()) return false;
    if (!knows(before + inside + after)) {
      const auto breaks_case = [](char32_t left, char32_t right) { return !is_upper(left) && is_upper(right); };
      if (!before.empty() && breaks_case(out_.back().value, in_[inner].value)) return false;
      if (!after.empty() && breaks_case(in_[close - 1].value, in_[close + 1].value)) return false;
      if (is_apostrophe(after.empty() ? 0 : in_[close + 1].value) || is_apostrophe(in_[close - 1].value)) return false;
      const bool words = (before.empty() || knows(before)) && knows(inside) && (after.empty() || knows(after));
      if (words) return false;  // "Kate(laughs)"
    }
    const std::uint32_t opens = in_[at_].begin;
    const std::size_t first = out_.size();
    out_.insert(out_.end(), in_.begin() + static_cast<std::ptrdiff_t>(inner),
                in_.begin() + static_cast<std::ptrdiff_t>(close));
    out_[first].begin = opens;
    at_ = close + 1;
    return true;
  }

  const Units in_;
  const KnowsWord& knows_;
  Units out_{};
  std::size_t at_ = 0;
};

SeenText text_of(const Units& units, std::size_t size) {
  SeenText seen;
  std::uint32_t expected = 1;  // so that the first is a step
  for (const Unit& unit : units) {
    const auto at = static_cast<std::uint32_t>(seen.text.size());
    if (unit.begin != expected || at == 0) seen.steps.push_back({at, unit.begin});
    append_utf8(seen.text, unit.value);
    expected = unit.begin + static_cast<std::uint32_t>(seen.text.size()) - at;
  }
  seen.steps.push_back({static_cast<std::uint32_t>(seen.text.size()), static_cast<std::uint32_t>(size)});
  return seen;
}

/// Of bytes beyond ASCII: whether they begin a character that seen_text() may change.
bool may_change(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const unsigned second = byte(1), third = byte(2);
  switch (byte(0)) {
    case 0xC2:
      return second == 0xAD || second == 0xA0 || second == 0x85 || (second == 0xAC && (third == '\n' || third == '\r'));
    case 0xE2:
      if (second == 0xA0) return third == 0x80;
      if (second != 0x80) return second == 0x81 || second == 0x84 || second == 0x92 || second == 0x93;
      return third < 0x90 || (third >= 0xA8 && third <= 0xAF) ||
             (third <= 0x93 && (byte(3) == '\n' || byte(3) == '\r'));
    case 0xE1:
      return second == 0x85 || second == 0x9A || second == 0x9E || second == 0xA0;
    case 0xE3:
      return (second == 0x80 && third == 0x80) || (second == 0x85 && third == 0xA4);
    case 0xEF:
      return second == 0xAC || second == 0xB8 || (second >= 0xBB && second <= 0xBF);
    case 0xF0:
      return second == 0x9D || (second == 0x9F && third == 0x84);
    case 0xCD:
      return second == 0x8F;
    case 0xD8:
      return second == 0x9C;
    default:  // Greek, Cyrillic, Armenian; tags
      return (byte(0) >= 0xCE && byte(0) <= 0xD6) || byte(0) == 0xF3;
  }
}

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

}  // namespace

ByteRange SeenText::delivered(ByteRange seen) const {
  const auto place = [&](std::uint32_t at) {
    const auto behind =
        std::upper_bound(steps.begin(), steps.end(), at, [](std::uint32_t a, Step step) { return a < step.seen; });
    const Step step = behind == steps.begin() ? Step{} : *(behind - 1);
    return step.delivered + (at - step.seen);
  };
  ByteRange range{place(seen.begin), place(seen.end)};
  for (const Step& step : steps) {  // a part of a ligature is all of it
    if (range.end > range.begin) break;
    if (step.delivered > range.begin) range.end = step.delivered;
  }
  return range;
}

std::uint32_t SeenText::seen(std::uint32_t delivered) const {
  const auto behind = std::upper_bound(steps.begin(), steps.end(), delivered,
                                       [](std::uint32_t a, Step step) { return a < step.delivered; });
  if (behind == steps.begin()) return 0;
  const Step step = *(behind - 1);
  const std::uint32_t at = step.seen + (delivered - step.delivered);
  return behind == steps.end() ? std::min(at, static_cast<std::uint32_t>(text.size())) : std::min(at, behind->seen);
}

bool may_be_disguised(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_letter(c) || c == ' ') continue;
    const char before = at > 0 ? text[at - 1] : ' ', behind = at + 1 < text.size() ? text[at + 1] : ' ';
    if (static_cast<unsigned char>(c) >= 0x80) {
      if (may_change(text.substr(at))) return true;
    } else if (c == '-') {
      if (is_white(behind) && !is_white(before)) return true;
    } else if (c == '&') {
      if (character_reference_at(text, at)) return true;
    } else if (c == '(' || c == '[' || c == '{') {
      if (is_ascii_letter(before) || static_cast<unsigned char>(before) >= 0x80) return true;
    } else if (c == ')' || c == ']' || c == '}') {
      if (is_ascii_letter(behind) || static_cast<unsigned char>(behind) >= 0x80) return true;
    }
  }
  return false;
}

SeenText seen_text(std::string_view text, const KnowsWord& knows) {
  Units units = UnitReader(text).read();
  replace_look_alikes(units);
  if (knows) units = WordJoiner(std::move(units), knows).join();
  return text_of(units, text.size());
}

std::string seen_label(std::string_view label) {
  return may_be_disguised(label) ? seen_text(label).text : std::string(label);
}

}  // namespace moniker
