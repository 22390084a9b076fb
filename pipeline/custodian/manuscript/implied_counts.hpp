#pragma once
#include <vector>

#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {

/// A sentence whose counts imply others, and all of its numbers.
struct ImplyingSentence {
  std::string_view text{};  // of the block
  ByteRange bytes{};
  const std::vector<Count>& numbers;
  const PaperWords& words;
};

/// "five at each of Nurseries B and C", "nine in each of the three": one part for each of them; how many there are is
/// no part.
void spread_each(std::vector<LabelledCount>& counts, const ImplyingSentence& in);

/// "Half of them", "a third were": parts whose value their whole gives; a fraction of 0 is one of something else.
std::vector<LabelledCount> fractions_in(const ImplyingSentence& in);

/// Whether "all but" stands right before a count.
bool is_exception(const LabelledCount& one, const ImplyingSentence& in);

}  // namespace moniker::custodian
