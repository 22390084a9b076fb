#pragma once
#include <string>
#include <vector>

namespace moniker::words {

/// The words of a number read aloud, as digits: {"oh", "seven", "double-nine"} -> {"0", "7", "99"}; hyphens
/// part words, "double" and "treble" repeat what follows, words that say no digit stay.
std::vector<std::string> spoken_to_digits(const std::vector<std::string>& folded);

}  // namespace moniker::words
