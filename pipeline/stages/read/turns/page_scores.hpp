#pragma once
#include <string_view>
#include <vector>

#include "base/known_words.hpp"
#include "read/turns/byte_pages.hpp"

namespace moniker::read {

/// A character of a line, or a byte of which the page has to tell it.
struct LineCell {
  char32_t value = 0;
  bool raw = false;
};
std::vector<LineCell> line_cells(std::string_view line);

/// How likely the words are that a page makes of a line.
struct PageScore {
  int score = 0;
  int bad =
      0;  // bytes of which it makes what stands in no word: a sign between letters, a capital behind a small letter
};
PageScore page_score(const BytePage& page, const std::vector<LineCell>& cells, const KnowsWord& knows);

}  // namespace moniker::read
