#pragma once
#include <optional>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// "Two of the therapists were managers, too, so that we spoke to 22 in all", behind two kinds of people who are
/// `listed` together: the total is theirs without those who are counted twice. Nothing where the sentence says no such
/// thing.
std::optional<Breakdown> overlap_in(const Counts& counts, const Counts& listed, const CountedSentence& said,
                                    const Place& at, const PaperWords& words);

}  // namespace moniker::custodian
