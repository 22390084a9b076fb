#pragma once
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// Words that no dictionary has and one transcript alone says: what a thing is called in one place, or misspelt. Once
/// each, and never more than low.
std::vector<Suspicion> rare_words(const SeenOutputs& seen, const IntruderWords& words);

}  // namespace moniker::intruder
