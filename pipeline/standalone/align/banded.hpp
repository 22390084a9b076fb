#pragma once
#include "align/align_words.hpp"

namespace moniker::align {

/// By dynamic programming in a band round the diagonal that widens until nothing outside can be better. Memory is a
/// byte a cell of the band, at most `most_cells`; where that is too little, the best way within it is taken (or the
/// texts are halved, if even the narrowest is too wide) and `into.exact` turns false.
void align_in_band(WordIds said, WordIds written, Alignment& into);

constexpr std::size_t most_cells = 8U << 20;

}  // namespace moniker::align
