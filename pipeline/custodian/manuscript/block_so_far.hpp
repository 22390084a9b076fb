#pragma once
#include "manuscript/breakdown_totals.hpp"
#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// A paragraph up to a sentence of it, with what the paper has counted so far.
struct BlockSoFar {
  const PaperWords& words;
  StatedTotals totals;
  const Block* block = nullptr;
  CountedSentence said{};      // the sentence
  double things_before = 0;    // "We analysed 64 letters." before this sentence
  std::size_t named_from = 0;  // of what was counted with its words, the first of this block
  double sibling = 0;          // what the last list of this block that added up is of
};

/// What stands between two counts of the block; empty where nothing does.
inline std::string_view text_between(const BlockSoFar& here, const LabelledCount& one, const LabelledCount& next) {
  if (next.bytes.begin <= one.bytes.end) return {};
  return std::string_view(here.block->text).substr(one.bytes.end, next.bytes.begin - one.bytes.end);
}

}  // namespace moniker::custodian
