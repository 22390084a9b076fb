#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::custodian {

/// A word of an extract or a transcript as the two are compared: folded, contractions opened ("don't" is "do", "not").
struct QuoteWord {
  std::string word{};
  ByteRange bytes{};       // in the text
  bool bracketed = false;  // in square brackets: put in by an author, or in a name's place
  bool after_gap = false;  // an ellipsis stands before it
  bool opened = false;     // was 's or 'd of a contraction: is or has, would or had
};
std::vector<QuoteWord> quote_words(std::string_view text);

/// Whether two words are one but for spelling: realise and realize, colour and color, a slip in a long word.
bool alike(const QuoteWord& a, const QuoteWord& b);

/// um, er, you know: what is left out of a quotation and changes nothing.
bool is_filler(std::string_view word);

}  // namespace moniker::custodian
