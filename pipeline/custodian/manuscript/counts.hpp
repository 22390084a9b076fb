#pragma once
#include <string_view>
#include <vector>

#include "manuscript/paper_words.hpp"
#include "moniker/finding.hpp"

namespace moniker::custodian {

/// A number of a text that may count people: in digits or in words, a percentage or not.
struct Count {
  ByteRange bytes{};  // with its per cent sign
  double value = 0;
  bool percent = false, in_words = false;
  int decimals = 0;
};

/// All but years, ordinals, ranges, and what belongs to a longer sign (P3, COVID-19, 2:1); ascending.
std::vector<Count> counts_in(std::string_view text, const PaperWords& words);
/// Whether one of the words is for a total: "total n = 24".
bool holds_total(std::string_view text, const PaperWords& words);

/// Byte ranges of the sentences of a paragraph: no stop in brackets, behind an initial or within a number ends one.
std::vector<ByteRange> sentences_of(std::string_view text, const PaperWords& words);

/// Whether what stands between two numbers makes them one span: "from 23 to 67".
bool is_span(std::string_view between, const PaperWords& words);

/// 1987, 2021: as a text that is cited has one.
bool holds_year(std::string_view text);

}  // namespace moniker::custodian
