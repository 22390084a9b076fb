// No byte says which page it is of, but its neighbours do: a per mille sign inside a word is an accented letter of
// another page, a capital behind a small letter too. Plausibility is added up over a file, since one word proves
// little.
#include "read/turns/byte_pages.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/code_page.hpp"

namespace moniker::read {
namespace {

constexpr int mac_roman = 10000, likeliest = 1252, central_european = 1250;
constexpr int decisive = 3;  // less than that between two pages proves nothing

/// A character of a line, or a byte of which the page has to tell it.
struct Cell {
  char32_t value = 0;
  bool raw = false;
};

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (point.length == 0)
      cells.push_back({static_cast<unsigned char>(line[at]), true});
    else
      cells.push_back({point.value, false});
    at += std::max<std::uint32_t>(1, point.length);
  }
  return cells;
}

char32_t value_in(const BytePage& page, const std::vector<Cell>& cells, std::size_t at) {
  if (at >= cells.size()) return ' ';
  return cells[at].raw ? page.upper[cells[at].value - 0x80] : cells[at].value;
}

int score_letter(char32_t c, char32_t before, char32_t behind) {
  if (c >= 0x370 || c == 0xAA || c == 0xBA || c == 0x192 || c == 0x131) return -6;  // Greek in 437; ª º ƒ ı
  if (!is_letter(before) && !is_letter(behind)) return c == 0xE0 || c == 0xE9 ? 0 : -2;
  if (is_lower(c)) return is_upper(before) && is_upper(behind) ? -3 : 2;
  if (is_lower(before)) return -4;
  return is_letter(before) || is_letter(behind) ? 1 : 0;
}

int score_sign(char32_t c, char32_t before, char32_t behind) {
  const bool left = is_letter(before), right = is_letter(behind);
  if (c >= 0x2500 && c < 0x25A0) return -6;  // lines and boxes
  if (c == 0x2019) return left ? 3 : right ? 0 : 1;
  if (c == 0x2018 || c == 0x201C) return left ? -3 : right ? 2 : 0;
  if (c == 0x201D) return left && right ? -3 : 1;
  if (c == 0x2013 || c == 0x2014 || c == 0x2026) return 1;
  if (c == 0xA0) return left && right ? 0 : 1;
  if ((c == 0xA3 || c == 0x20AC) && is_digit(behind)) return 3;
  if (c == 0xB0 && is_digit(before)) return 2;
  return left && right ? -4 : left || right ? -2 : -1;
}

/// Known words that hold such bytes.
int score_words(const BytePage& page, const std::vector<Cell>& cells, const KnowsWord& knows) {
  int score = 0;
  std::string word;
  bool raw = false;
  for (std::size_t at = 0; at <= cells.size(); ++at) {
    const char32_t c = at < cells.size() ? value_in(page, cells, at) : ' ';
    if (c != 0 && (is_letter(c) || is_apostrophe(c))) {
      append_utf8(word, c);
      raw = raw || cells[at].raw;
      continue;
    }
    if (raw && knows(fold(word))) score += 3;
    word.clear();
    raw = false;
  }
  return score;
}

int score_in(const BytePage& page, const std::vector<Cell>& cells, const KnowsWord& knows) {
  int score = 0;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (!cells[at].raw) continue;
    const char32_t c = value_in(page, cells, at);
    const char32_t before = at > 0 ? value_in(page, cells, at - 1) : U' ', behind = value_in(page, cells, at + 1);
    score += c == 0 ? -8 : is_letter(c) ? score_letter(c, before, behind) : score_sign(c, before, behind);
    if (page.code_page == central_european && c > 0xFF && is_letter(c)) --score;  // seldom met in English
  }
  return knows ? score + score_words(page, cells, knows) : score;
}

bool same_words(const BytePage& a, const BytePage& b, std::string_view line) {
  const auto cells = cells_of(line);
  return std::all_of(cells.begin(), cells.end(),
                     [&](Cell cell) { return !cell.raw || a.upper[cell.value - 0x80] == b.upper[cell.value - 0x80]; });
}

std::size_t best_of(const std::vector<int>& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

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

}  // namespace

unsigned char BytePage::byte_of(char32_t c) const {
  if (c < 0x80) return 0;
  const auto* found = std::find(upper.begin(), upper.end(), c);
  if (found != upper.end()) return static_cast<unsigned char>(0x80 + (found - upper.begin()));
  return code_page == likeliest && c < 0xA0 ? static_cast<unsigned char>(c) : 0;  // as the WHATWG's index has it
}

std::vector<BytePage> byte_pages() {
  CodePages decoder;
  std::vector<BytePage> pages;
  for (const int code_page : {likeliest, mac_roman, 850, 437, central_european}) {
    BytePage page{.code_page = code_page};
    for (std::size_t i = 0; i < page.upper.size(); ++i) {
      const char byte = static_cast<char>(0x80 + i);
      const auto text = decoder.decode(code_page, {&byte, 1});
      const char32_t value = text ? code_point_at(*text, 0).value : 0;
      page.upper[i] = value >= 0x80 && value < 0xA0 ? 0 : value;
    }
    pages.push_back(page);
  }
  return pages;
}

std::vector<int> PageJudge::scores(std::string_view line) const {
  const auto cells = cells_of(line);
  std::vector<int> scores;
  for (const BytePage& page : pages_) scores.push_back(score_in(page, cells, knows_));
  return scores;
}

void PageJudge::hear(std::string_view line) {
  const auto said = scores(line);
  for (std::size_t i = 0; i < said.size(); ++i) totals_[i] += said[i];
}

PageJudge::Choice PageJudge::choose(std::string_view line) const {
  const auto here = scores(line);
  std::size_t winner = best_of(totals_);
  if (here[best_of(here)] > here[winner] + decisive) winner = best_of(here);
  Choice choice{.page = &pages_[winner], .uncertain = here[winner] < 0};
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const bool close = here[i] >= here[winner] && totals_[i] + decisive > totals_[winner];
    choice.uncertain =
        choice.uncertain || (winner != 0 && i != winner && close && !same_words(pages_[i], *choice.page, line));
  }
  return choice;
}

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
          if (pages[i].code_page != central_european) meant = meant_at(now, at, pages[i]);
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

}  // namespace moniker::read
