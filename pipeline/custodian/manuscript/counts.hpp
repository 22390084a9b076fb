#pragma once
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "words/number_words.hpp"

namespace moniker::custodian {

/// A number of a text that may count people: in digits or in words, a percentage or not.
struct Count {
  ByteRange bytes{};  // with its per cent sign
  double value = 0;
  bool percent = false, in_words = false;
  int decimals = 0;
};

/// All but years, ordinals, ranges, and what belongs to a longer sign (P3, COVID-19, 2:1); ascending.
std::vector<Count> counts_in(std::string_view text, const words::NumberWords& numbers);

/// Byte ranges of the sentences of a paragraph: no stop in brackets, behind an initial or within a number ends one.
std::vector<ByteRange> sentences_of(std::string_view text);

}  // namespace moniker::custodian
