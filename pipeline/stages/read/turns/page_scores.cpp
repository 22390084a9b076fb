// Each byte is judged by its neighbours as the page has them. Western words have their accents one by one, Czech and
// Polish ones two together, Russian ones nothing else.
#include "read/turns/page_scores.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::read {
namespace {

constexpr int impossible = -3;  // this or less: no word has it there

char32_t value_in(const BytePage& page, const std::vector<LineCell>& cells, std::size_t at) {
  if (at >= cells.size()) return ' ';
  return cells[at].raw ? page.upper[cells[at].value - 0x80] : cells[at].value;
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x460; }

int score_cyrillic(char32_t c, char32_t before, char32_t behind) {
  const auto stranger = [](char32_t beside) { return is_letter(beside) && !is_cyrillic(beside); };
  if (!is_cyrillic(c) || stranger(before) || stranger(behind)) return 2 * impossible;
  const bool russian = (c >= 0x410 && c < 0x450) || c == 0x401 || c == 0x451;
  if (!russian) return is_upper(c) && is_lower(before) ? -4 : -1;
  if (is_lower(c)) return is_letter(before) || is_letter(behind) ? 1 : 0;
  return is_lower(before) ? -4 : is_letter(before) ? 0 : 1;
}

/// How many letters beyond ASCII stand together here.
std::size_t letters_together(const BytePage& page, const std::vector<LineCell>& cells, std::size_t at) {
  const auto is = [&](std::size_t i) {
    return i < cells.size() && cells[i].raw && is_letter(value_in(page, cells, i));
  };
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && is(begin - 1)) --begin;
  while (is(end)) ++end;
  return end - begin;
}

int score_together(const BytePage& page, std::size_t together) {
  if (page.writes == BytePage::Writes::central) return together < 3 ? 0 : together == 3 ? -1 : -5;
  return together == 1 ? 0 : together == 2 ? -1 : -5;
}

int score_letter(char32_t c, char32_t before, char32_t behind) {
  if (c >= 0x370 || c == 0xAA || c == 0xBA || c == 0x192) return 2 * impossible;  // Greek in 437; ª º ƒ
  if (!is_letter(before) && !is_letter(behind)) return c == 0xE0 || c == 0xE9 ? 0 : -2;
  if (is_lower(c) && is_upper(behind)) return is_upper(before) ? impossible : -2;
  if (is_lower(c)) return 2;
  if (is_lower(before)) return -4;
  return is_letter(before) || is_letter(behind) ? 1 : 0;
}

/// Footnotes, powers and trade marks stand behind words, bullets and the marks that open in front.
bool may_follow(char32_t c) {
  constexpr std::u32string_view signs = U"¹²³ªº®™©†‡•»›*";
  return signs.find(c) != std::u32string_view::npos;
}
bool may_lead(char32_t c) {
  constexpr std::u32string_view signs = U"¿¡•·«‹„‚†©µ";
  return signs.find(c) != std::u32string_view::npos;
}

int score_sign(char32_t c, char32_t before, char32_t behind) {
  const bool left = is_letter(before), right = is_letter(behind);
  if (c >= 0x2500 && c < 0x25A0) return 2 * impossible;  // lines and boxes
  if (c == 0x2019) return left ? 3 : right ? 0 : 1;
  if (c == 0x2018 || c == 0x201C) return left ? impossible : right ? 2 : 0;
  if (c == 0x201D) return left && right ? impossible : 1;
  if (c == 0x2013 || c == 0x2014 || c == 0x2026) return 1;
  if (c == 0xA0) return left && right ? 0 : 1;
  if ((c == 0xA3 || c == 0x20AC) && is_digit(behind)) return 3;
  if (c == 0xB0 && is_digit(before)) return 2;
  if (left && right) return -4;
  if ((left && may_follow(c)) || (right && may_lead(c))) return -1;
  return left || right ? -2 : -1;
}

int score_cell(const BytePage& page, const std::vector<LineCell>& cells, std::size_t at) {
  const char32_t c = value_in(page, cells, at);
  if (c == 0) return -8;
  const char32_t before = at > 0 ? value_in(page, cells, at - 1) : U' ', behind = value_in(page, cells, at + 1);
  const bool cyrillic = page.writes == BytePage::Writes::cyrillic;
  if (!is_letter(c)) {
    const int sign = score_sign(c, before, behind);
    return cyrillic && sign == -2 ? impossible : sign;  // such a page has letters to spare
  }
  if (cyrillic) return score_cyrillic(c, before, behind);
  const int seldom = page.writes != BytePage::Writes::western && c > 0xFF ? -2 : 0;  // in English
  return score_letter(c, before, behind) + score_together(page, letters_together(page, cells, at)) + seldom;
}

/// Known words that hold such bytes.
int score_words(const BytePage& page, const std::vector<LineCell>& cells, const KnowsWord& knows) {
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
    if (raw && word.size() > 3 && knows(fold(word))) score += 3;
    word.clear();
    raw = false;
  }
  return score;
}

}  // namespace

std::vector<LineCell> line_cells(std::string_view line) {
  std::vector<LineCell> cells;
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

PageScore page_score(const BytePage& page, const std::vector<LineCell>& cells, const KnowsWord& knows) {
  PageScore score;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (!cells[at].raw) continue;
    const int here = score_cell(page, cells, at);
    score.score += here;
    score.bad += here <= impossible;
  }
  if (knows) score.score += score_words(page, cells, knows);
  return score;
}

}  // namespace moniker::read
