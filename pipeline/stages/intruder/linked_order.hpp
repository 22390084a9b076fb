#pragma once
#include <vector>

#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// Fewer pairs than that say nothing: of six there are 720 orders.
inline constexpr std::size_t fewest_linked = 6;

/// Whether pseudonyms follow the names that they stand for: numbers in the order of the alphabet, of the study's own
/// numbers, of the first letters; surrogates by their length, their first letters, their order.
std::vector<Suspicion> linked_order(const std::vector<Original>& originals);

}  // namespace moniker::intruder
