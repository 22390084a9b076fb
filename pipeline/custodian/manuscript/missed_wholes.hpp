#pragma once
#include "manuscript/block_so_far.hpp"

namespace moniker::custodian {

/// "11 men and 12 women: eight men in male couples and three in mixed ones": a number that the sentence has before.
bool is_said_before(const BlockSoFar& here, const Counts& chain, double sum);

/// What this paragraph counted last, by a list that added up or in so many words, where a closed list misses it; 0
/// where it misses none.
double local_missed(const BlockSoFar& here, const Counts& chain, double sum);

/// What a closed list may be of besides the sample, and misses by little: another sample of this paper, or people of
/// this paragraph; 0 where it misses none.
double another_total(const BlockSoFar& here, const Counts& chain, double sum, double wanted);

}  // namespace moniker::custodian
