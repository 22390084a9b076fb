#pragma once
#include <cstdint>
#include <string>

namespace moniker {

/// The share of a whole that a sample leaves possible: where `found` of `looked_at` drawn at random are bad, at most so
/// many of all are, with that confidence. One-sided, exact (Clopper and Pearson), never below what was found; 1 where
/// nothing was looked at. "0 of 120: below 2.5 % at 95 %".
double upper_bound_of_share(std::uint64_t found, std::uint64_t looked_at, double confidence = 0.95);

/// A bound as it is told, in two digits and never less than it is: "2.5 %" of 0.0247, "3.5 %" of 0.0341.
std::string bound_in_percent(double bound);

}  // namespace moniker
