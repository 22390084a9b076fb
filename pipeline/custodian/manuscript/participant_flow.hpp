#pragma once
#include <vector>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// The ways of a paragraph from all who were asked to those who took part: "Thirty-one agreed. Five withdrew, three
/// because ..., leaving 25". Of each step those who are left and those who were lost, against those before it; nothing
/// of a step that does not say who was lost, or by what words who is left. `counts`: of each sentence.
std::vector<Breakdown> flows_in(const Block& block, const std::vector<ByteRange>& sentences,
                                const std::vector<Counts>& counts, const PaperWords& words);

}  // namespace moniker::custodian
