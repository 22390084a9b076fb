#pragma once
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// Every attack on finished outputs, what is found in order of risk. Plain data to plain data; the same for the same
/// outputs.
Attacked suspicions(const SeenOutputs& seen, const std::vector<Original>& originals, const IntruderWords& words);

}  // namespace moniker::intruder
