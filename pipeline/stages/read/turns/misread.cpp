// What was read in the wrong page keeps its bytes: written again in that page they are those of the right one. Whether
// they are is told by UTF-8's own form, which nothing else has, or by a known word.
#include "read/turns/misread.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/byte_set.hpp"
#include "base/fold.hpp"
#include "base/look_alikes.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::read {
namespace {

/// What a text in English is likely to hold: Latin letters with accents, quotation marks, dashes, signs of money,
/// emoji.
bool may_be_meant(char32_t c) {
  return (c >= 0xA0 && c < 0x180) || (c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122 || c == 0xFEFF ||
         c == 0xFFFD || (c >= 0x1F300 && c < 0x1FB00);
}

/// The character that was read as several, from `at` on; moves `at` behind them. 0: none was.
char32_t meant_at(std::string_view text, std::size_t& at, const BytePage& page) {
  std::string bytes;
  std::size_t next = at, wanted = 1;
  while (bytes.size() < wanted && next < text.size()) {
    const CodePoint point = code_point_at(text, next);
    const unsigned char byte = point.value >= 0x80 ? page.byte_of(point.value) : 0;
    if (point.value == 0xFFFD && wanted == 2 && !bytes.empty()) return at = next + point.length, 0xFFFD;  // lost since
    if (byte == 0 || (bytes.empty() ? byte < 0xC2 || byte > 0xF4 : byte > 0xBF)) return 0;
    if (bytes.empty()) wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    bytes += static_cast<char>(byte);
    next += point.length;
  }
  const CodePoint meant = code_point_at(bytes, 0);
  if (bytes.size() < wanted || meant.length != wanted || !may_be_meant(meant.value)) return 0;
  at = next;
  return meant.value;
}

/// In a Cyrillic page a letter and a mark behind it may be just that (\u0412\u00BB): one that was meant stands beside
/// Latin letters, and of signs only those count whose bytes no Cyrillic text has.
char32_t meant_in_cyrillic(std::string_view text, std::size_t& at, const BytePage& page) {
  const auto latin = [](char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  std::size_t behind = at;
  const char32_t meant = meant_at(text, behind, page);
  const bool letter = is_letter(meant) && meant < 0x180 &&
                      (latin(code_point_before(text, at).value) || latin(code_point_at(text, behind).value));
  const bool money = meant == 0xA3 && is_ascii_digit(behind < text.size() ? text[behind] : ' ');
  if (!letter && !money && meant < 0x2010) return 0;
  at = behind;
  return meant;
}

}  // namespace

std::string as_meant(std::string_view text, const std::vector<BytePage>& pages, std::uint64_t& repaired) {
  constexpr int most_times = 3;
  std::string now(text);
  for (int time = 0; time < most_times; ++time) {
    std::string out;
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < now.size();) {
      char32_t meant = 0;
      if (static_cast<unsigned char>(now[at]) >= 0xC0) {
        for (std::size_t i = 0; meant == 0 && i < pages.size(); ++i) {
          if (pages[i].writes == BytePage::Writes::western || pages[i].code_page == 1250)
            meant = meant_at(now, at, pages[i]);
          else if (pages[i].code_page == 1251)
            meant = meant_in_cyrillic(now, at, pages[i]);
        }
      }
      if (meant == 0) {
        out += now[at++];
        continue;
      }
      ++found;
      if (meant != 0xFEFF) append_utf8(out, meant);
    }
    if (found == 0) break;
    repaired = std::max(repaired, found);
    now = std::move(out);
  }
  return now;
}

namespace {

bool is_typographic(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201F) || c == 0x2026; }

/// The word in the bytes of one page, read in another; empty where that makes no word.
std::string read_again(std::string_view word, const BytePage& was_read_in, const BytePage& meant) {
  std::string out;
  char32_t last = ' ';
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += std::max<std::uint32_t>(1, point.length);
    const unsigned char byte = point.value < 0x80 ? 0 : was_read_in.byte_of(point.value);
    const char32_t c = point.value < 0x80 ? point.value : byte == 0 ? 0 : meant.upper[byte - 0x80];
    const bool letter = c != 0 && is_letter(c) && c < 0x250 && c != 0xAA && c != 0xBA;
    if (!letter && !is_apostrophe(c)) return {};
    if (c >= 0x80 && is_upper(c) && is_lower(last)) return {};
    append_utf8(out, c);
    last = c;
  }
  return out;
}

/// A sign amid small letters, or a capital behind one: no word is written so.
bool is_no_word(std::string_view word) {
  char32_t last = ' ';
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += std::max<std::uint32_t>(1, point.length);
    const char32_t behind = code_point_at(word, at).value;
    if (point.value >= 0x80 && !is_mark(point.value)) {
      const bool sign = !is_letter(point.value) && is_letter(last) && is_lower(behind);
      if (sign || (is_letter(point.value) && is_upper(point.value) && is_lower(last))) return true;
    }
    last = point.value;
  }
  return false;
}

/// Signs that pages have where others have letters. What is typographic is one where no writer has it: a mark that
/// opens behind a letter, any between two.
bool is_of_misread_word(std::string_view text, std::size_t at, CodePoint point) {
  const char32_t c = point.value;
  if (is_letter(c) || c == '\'') return true;
  if (c < 0xA1 || c >= 0x2600 || is_mark(c) || is_space(c) || is_unseen(c)) return false;
  if (!is_typographic(c) || is_apostrophe(c)) return true;
  const bool left = is_letter(code_point_before(text, at).value);
  const bool opens = c == 0x2018 || c == 0x201A || c == 0x201C || c == 0x201E;
  return left && (opens || is_letter(code_point_at(text, at + point.length).value));
}

}  // namespace

namespace {

/// A word that may have been read in another page, and what it would be by each pair of pages.
struct MisreadWord {
  std::size_t begin = 0, end = 0;
  std::vector<std::pair<std::size_t, std::string>> meant{};  // known words, by their pair
  bool no_word = false;                                      // and some pair would make letters of it
};

class MisreadLine {
 public:
  MisreadLine(std::string_view text, const std::vector<BytePage>& pages, const KnowsWord& knows)
      : text_(text), pages_(pages), knows_(knows), told_(pages.size() * pages.size()) {}

  std::vector<MisreadWord> words() {
    std::vector<MisreadWord> words;
    for (std::size_t at = 0; at < text_.size();) {
      bool wide = false;
      const std::size_t end = end_of_word(at, wide);
      if (wide) look_at(text_.substr(at, end - at), at, words);
      at = std::max(end, at + 1);
    }
    return words;
  }
  /// Of what a word may be: by the pair that makes most words of the line.
  const std::string& likeliest(const MisreadWord& word) const {
    return std::max_element(word.meant.begin(), word.meant.end(),
                            [&](const auto& a, const auto& b) { return told_[a.first] < told_[b.first]; })
        ->second;
  }

 private:
  std::size_t end_of_word(std::size_t at, bool& wide) const {
    for (CodePoint point = code_point_at(text_, at); is_of_misread_word(text_, at, point);
         point = code_point_at(text_, at)) {
      wide = wide || (point.value >= 0x80 && !is_apostrophe(point.value));
      at += point.length;
    }
    return at;
  }

  void look_at(std::string_view word, std::size_t at, std::vector<MisreadWord>& words) {
    constexpr std::size_t shortest = 3, longest = 64;
    const bool no_word = is_no_word(word);
    if (word.size() < shortest || word.size() > longest || (!no_word && knows_(fold(word)))) return;
    // Half a word: what nobody sees stands beside it.
    if (is_unseen(code_point_before(text_, at).value) || is_unseen(code_point_at(text_, at + word.size()).value))
      return;
    MisreadWord found{.begin = at, .end = at + word.size()};
    for (std::size_t pair = 0; pair < told_.size(); ++pair) {
      const BytePage &read_in = pages_[pair / pages_.size()], &meant = pages_[pair % pages_.size()];
      const bool cyrillic = read_in.writes == BytePage::Writes::cyrillic || meant.writes == BytePage::Writes::cyrillic;
      if (cyrillic || &read_in == &meant) continue;
      std::string candidate = read_again(word, read_in, meant);
      found.no_word = found.no_word || (no_word && !candidate.empty());
      if (candidate.empty() || !knows_(fold(candidate))) continue;
      ++told_[pair];
      found.meant.emplace_back(pair, std::move(candidate));
    }
    if (found.no_word || !found.meant.empty()) words.push_back(std::move(found));
  }

  std::string_view text_;
  const std::vector<BytePage>& pages_;
  const KnowsWord& knows_;
  std::vector<int> told_;  // words that each pair of pages makes, so far
};

}  // namespace

std::string words_as_meant(std::string_view text, const std::vector<BytePage>& pages, const KnowsWord& knows,
                           std::uint64_t& repaired, std::uint64_t& doubtful) {
  MisreadLine line(text, pages, knows);
  std::string out;
  std::size_t at = 0;
  for (const MisreadWord& word : line.words()) {
    if (word.meant.empty()) {
      ++doubtful;
      continue;
    }
    out.append(text.substr(at, word.begin - at)).append(line.likeliest(word));
    at = word.end;
    ++repaired;
  }
  return out.append(text.substr(at));
}

std::string_view TextRepair::put_right(std::string_view text) {
  if (!may_be_misread(text)) return text;
  if (pages_.empty()) pages_ = byte_pages();
  text_ = as_meant(unescaped(text, repaired_), pages_, repaired_);
  return text_;
}

namespace {

/// What escapes begin with, and bytes beyond ASCII that are no continuation.
constexpr ByteSet seldom_plain = [] {
  std::array<char, 0x100 - 0xC2 + 6> bytes{'\\', '=', '%', '+', '&', '<'};
  for (unsigned byte = 0xC2; byte <= 0xFF; ++byte) bytes[byte - 0xC2 + 6] = static_cast<char>(byte);
  return ByteSet({bytes.data(), bytes.size()});
}();

}  // namespace

bool may_be_misread(std::string_view text) {
  for (std::size_t at = seldom_plain.find(text); at < text.size(); at = seldom_plain.find(text, at + 1)) {
    if (static_cast<unsigned char>(text[at]) < 0x80) return true;
    const bool typographic = text[at] == '\xE2' && at + 1 < text.size() && text[at + 1] == '\x80';
    const auto third = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0U;
    if (!typographic || third < 0x93 || third > 0xA6 || (at + 3 < text.size() && text[at + 3] < 0)) return true;
    const bool opens = third == 0x98 || third == 0x9A || third == 0x9C || third == 0x9E;
    if (opens && at > 0 && is_letter(static_cast<unsigned char>(text[at - 1]))) return true;
  }
  return false;
}

}  // namespace moniker::read
