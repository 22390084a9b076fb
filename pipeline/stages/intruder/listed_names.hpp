#pragma once
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// Names of people, places and organisations that the lists know and that nothing replaced, by how surely what stands
/// round them says that a name is meant; and words that no list knows, where a capital says that they are a name.
std::vector<Suspicion> listed_names(const SeenOutputs& seen, const IntruderWords& words);

}  // namespace moniker::intruder
