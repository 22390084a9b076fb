#pragma once
#include <string>
#include <vector>

#include "manuscript/counts.hpp"
#include "manuscript/manuscript.hpp"
#include "manuscript/paper_words.hpp"

namespace moniker::custodian {

/// A number of a sentence that counts people, with what it counts.
struct LabelledCount {
  ByteRange bytes{};  // of the number, or of its bracket; in the block's text
  double value = 0;
  bool percent = false, bracketed = false;  // bracketed: North (n = 12)
  bool hedged = false;                      // about 30
  bool in_brackets = false;                 // stands in a bracket with others: (four women and one man)
  int decimals = 0;
  double share = -1;  // the percentage beside it; below 0 where there is none
  int share_decimals = 0;
  double of = 0;  // "nine of the 14 participants": what it is a part of; 0 where nothing says so
  std::string label{};
};

/// What counts in one sentence of a block, ascending: no years, ages, durations, IDs, nor numbers in quotations.
std::vector<LabelledCount> labelled_counts(const Block& block, ByteRange sentence, const PaperWords& words);

}  // namespace moniker::custodian
