#pragma once
#include "align/align_words.hpp"

namespace moniker::align {

/// A place where both texts surely say the same.
struct Pin {
  std::size_t said = 0, written = 0;
};

/// Pins in ascending order of both, some dozens of words apart; none where the texts have nothing rare in common.
std::vector<Pin> find_pins(WordIds said, WordIds written);

}  // namespace moniker::align
