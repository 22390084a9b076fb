#pragma once
#include "manuscript/breakdown_totals.hpp"

namespace moniker::custodian {

/// What decides where a list ends.
struct ListContext {
  const CountedSentence& said;
  const StatedTotals& totals;
  const std::vector<Breakdown>& found;
  const PaperWords& words;
};

/// The counts of a sentence as the lists that they make.
struct CountLists {
  std::vector<Counts> lists{}, in_brackets{};
  std::vector<Counts> whose{};  // of every list in brackets the count that its bracket stands behind
};
CountLists lists_of(const Counts& counts, const ListContext& in);

}  // namespace moniker::custodian
