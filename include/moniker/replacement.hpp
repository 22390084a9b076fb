#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/utterance.hpp"

namespace moniker {

/// One replacement as made.
struct Replacement {
  ByteRange was{};          // in the utterance as delivered
  ByteRange is{};           // in the rewritten utterance
  std::string by{};         // what stands there now
  std::size_t finding = 0;  // index of the finding
};

/// An utterance with everything replaced in it that was to be.
struct Rewritten {
  Utterance utterance{};
  std::vector<Replacement> replacements{};  // ascending; `was` may be less than its finding, see core_of()
};

}  // namespace moniker
