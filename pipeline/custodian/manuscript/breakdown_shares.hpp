#pragma once
#include <optional>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// A list with its sum, as its sentence says it.
Breakdown breakdown_of(const Counts& list, double sum, double total, const CountedSentence& said, const Place& at);

/// Percentages that should be 100 together; nothing where they are no breakdown.
std::optional<Breakdown> percentages_of(const Counts& list, const CountedSentence& said, const Place& at,
                                        const PaperWords& words);
/// "31 (69%)": where the others agree with one total, the one that does not. `whole`: what the sentence adds up to, or
/// 0.
std::optional<Breakdown> odd_share(const Counts& counts, double whole, const CountedSentence& said, const Place& at);

}  // namespace moniker::custodian
