#pragma once
#include <vector>

#include "manuscript/block_so_far.hpp"
#include "manuscript/breakdown_exceptions.hpp"

namespace moniker::custodian {

/// What "half", "a third" and "all but" are of: what the sentence begins with, or was counted last, or the sample.
double whole_here(const BlockSoFar& here);

/// "Half of them were patients. The other half came with somebody: eight ..., and six ...": what the list is of.
void take_other_half(BlockSoFar& here);

/// "half of them" becomes a number, or is told by the number beside it ("half of them, ten people, ..."): those of
/// which that number is wrong.
std::vector<Breakdown> resolve_fractions(const BlockSoFar& here, Counts& counts, const SentencePair& pair);

}  // namespace moniker::custodian
