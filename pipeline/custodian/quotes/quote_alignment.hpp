#pragma once
#include <string>
#include <vector>

#include "quotes/quote_words.hpp"

namespace moniker::custodian {

/// What is not the same in a paper and in a transcript. A piece that both have is same, and has both texts.
struct QuotePiece {
  enum class Kind : std::uint8_t { same, left_out, put_in, changed };
  Kind kind = Kind::same;
  std::vector<QuoteWord> paper{}, transcript{};
  bool told = false;  // an ellipsis or brackets say so
};

/// An extract laid on a passage: the best place for it, and how well it fits, from 0 to 1.
struct QuoteAlignment {
  double fit = 0;
  std::size_t begin = 0, end = 0;  // words of the passage that it takes
  std::vector<QuotePiece> pieces{};
};

/// What an ellipsis tells is free, what brackets put in nearly so, and fillers cost little.
QuoteAlignment align_quote(const std::vector<QuoteWord>& paper, const std::vector<QuoteWord>& passage);

}  // namespace moniker::custodian
