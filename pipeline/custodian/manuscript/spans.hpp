#pragma once
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::custodian {

/// Words between quotation marks, double or single, straight or curly; the marks are not part of `inside`.
struct QuotedSpan {
  ByteRange inside{}, whole{};
};
std::vector<QuotedSpan> quotes_in(std::string_view text);

/// What stands in round or square brackets, the outermost ones; of a word that a square bracket changes ("[s]he") none.
std::vector<QuotedSpan> brackets_in(std::string_view text);

std::size_t words_in(std::string_view text);

}  // namespace moniker::custodian
