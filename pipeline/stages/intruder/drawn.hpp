#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "intruder/seen_outputs.hpp"
#include "intruder/suspicion.hpp"

namespace moniker::intruder {

/// A turn that is drawn for a person to read.
struct DrawnPassage {
  Spot where{};
  std::string speaker{}, text{};
  bool replaced = false;  // something in it stands for something
};

/// Turns of some length, drawn at random and without favour: so many, or all that there are. The same for the same
/// `seed` and outputs, and of a larger number the smaller is the begin.
std::vector<DrawnPassage> drawn_passages(const SeenOutputs& seen, std::size_t count, std::string_view seed);

}  // namespace moniker::intruder
