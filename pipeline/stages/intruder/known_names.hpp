#pragma once
#include <vector>

#include "intruder/intruder_words.hpp"
#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// What the linkage table knows and is still there: in the talk, over two turns, over a turn that somebody cut into,
/// and in parts beside the talk; by the forms that the proof looks for.
std::vector<Suspicion> known_names(const SeenOutputs& seen, const std::vector<Original>& originals,
                                   const IntruderWords& words);

/// What is spelled or sounds like the names of the register, their initials, and their letters backwards.
std::vector<Suspicion> near_names(const SeenOutputs& seen, const std::vector<Original>& originals,
                                  const IntruderWords& words);

/// Whole parts of names of the register, and what else was replaced, in pieces with blanks between them, or spelled by
/// what their letters are called.
std::vector<Suspicion> broken_names(const SeenOutputs& seen, const std::vector<Original>& originals,
                                    const IntruderWords& words);

}  // namespace moniker::intruder
