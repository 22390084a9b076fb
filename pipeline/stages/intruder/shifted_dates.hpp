#pragma once
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// What betrays by how much dates were shifted: a weekday that is not that day's, a feast beside another day, the dates
/// of two people that are those of the other moved by one number of days; and dates that nothing replaced.
std::vector<Suspicion> shifted_dates(const SeenOutputs& seen, const IntruderWords& words);

}  // namespace moniker::intruder
