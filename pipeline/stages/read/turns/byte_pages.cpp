// No byte says which page it is of, but its neighbours do: a per mille sign inside a word is an accented letter of
// another page, a capital behind a small letter too. Plausibility is added up over a file, since one word proves
// little.
#include "read/turns/byte_pages.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "read/turns/code_page.hpp"
#include "read/turns/page_scores.hpp"

namespace moniker::read {
namespace {

constexpr int likeliest = 1252;
constexpr int decisive = 3;  // less than that between two pages proves nothing

struct PageRow {
  int code_page;
  BytePage::Writes writes;
};
using enum BytePage::Writes;
constexpr PageRow page_rows[] = {{likeliest, western}, {10000, western}, {850, western},    {437, western},
                                 {1250, central},      {28592, central}, {852, central},    {10029, central},
                                 {1254, turkish},      {1251, cyrillic}, {20866, cyrillic}, {866, cyrillic},
                                 {10007, cyrillic},    {28595, cyrillic}};

std::vector<BytePage> decoded_pages() {
  CodePages decoder;
  std::vector<BytePage> pages;
  for (const PageRow& row : page_rows) {
    BytePage page{.code_page = row.code_page, .writes = row.writes};
    for (std::size_t i = 0; i < page.upper.size(); ++i) {
      const char byte = static_cast<char>(0x80 + i);
      const auto text = decoder.decode(row.code_page, {&byte, 1});
      const char32_t value = text ? code_point_at(*text, 0).value : 0;
      page.upper[i] = value >= 0x80 && value < 0xA0 ? 0 : value;
    }
    pages.push_back(page);
  }
  return pages;
}

bool same_words(const BytePage& a, const BytePage& b, std::string_view line) {
  const auto cells = line_cells(line);
  return std::all_of(cells.begin(), cells.end(), [&](LineCell cell) {
    return !cell.raw || a.upper[cell.value - 0x80] == b.upper[cell.value - 0x80];
  });
}

}  // namespace

unsigned char BytePage::byte_of(char32_t c) const {
  if (c < 0x80) return 0;
  const auto* found = std::find(upper.begin(), upper.end(), c);
  if (found != upper.end()) return static_cast<unsigned char>(0x80 + (found - upper.begin()));
  return code_page == likeliest && c < 0xA0 ? static_cast<unsigned char>(c) : 0;  // as the WHATWG's index has it
}

std::vector<BytePage> byte_pages() {
  // They are the same for every file, and the system loads a library for each that is asked for.
  static const std::vector<BytePage> pages = decoded_pages();
  return pages;
}

std::vector<PageScore> PageJudge::scores(std::string_view line) const {
  const auto cells = line_cells(line);
  std::vector<PageScore> scores;
  for (const BytePage& page : pages_) scores.push_back(page_score(page, cells, knows_));
  return scores;
}

void PageJudge::hear(std::string_view line) {
  const auto said = scores(line);
  for (std::size_t i = 0; i < said.size(); ++i) totals_[i] += said[i].score;
}

PageJudge::Choice PageJudge::choose(std::string_view line) const {
  const auto here = scores(line);
  const auto best = [](const PageScore& a, const PageScore& b) { return a.score < b.score; };
  const auto best_here = static_cast<std::size_t>(std::max_element(here.begin(), here.end(), best) - here.begin());
  auto winner = static_cast<std::size_t>(std::max_element(totals_.begin(), totals_.end()) - totals_.begin());
  bool forced = false;
  if (here[best_here].score > here[winner].score + decisive) {
    winner = best_here;
  } else if (here[winner].bad > 0) {  // words of another page amid the file's
    for (std::size_t i = 0; i < here.size(); ++i) {
      const bool sound = here[i].bad == 0 && here[i].score > 0;
      if (!sound || (forced && here[i].score <= here[winner].score)) continue;
      winner = i;
      forced = true;
    }
  }
  Choice choice{.page = &pages_[winner],
                .uncertain = forced || here[winner].score < 0 || pages_[winner].writes == cyrillic};
  choice.implausible = here[winner].bad > 0;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const bool close = here[i].score >= here[winner].score && totals_[i] + decisive > totals_[winner];
    choice.uncertain =
        choice.uncertain || (winner != 0 && i != winner && close && !same_words(pages_[i], *choice.page, line));
  }
  const auto raw =
      std::count_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (here[winner].score < raw) choice.implausible = choice.implausible || is_east_asian(line);
  return choice;
}

}  // namespace moniker::read
