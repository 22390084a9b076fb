#pragma once
#include <vector>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// A list that goes on over sentences: "Nine worked in schools. Six worked in prisons. The other four ...".
struct RunOfSentences {
  std::size_t first = 0, last = 0;  // sentences
  Counts list{};
};

/// The runs that end in this sentence with those who are left, the shortest first; none where it begins with nobody
/// left.
std::vector<RunOfSentences> runs_to(std::size_t last, const std::vector<ByteRange>& sentences,
                                    const std::vector<Counts>& counts, const Block& block, const PaperWords& words);

}  // namespace moniker::custodian
