#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace moniker::words {

// What is near, for whoever finds a misspelt name (NearNames) and whoever asks whose it is (stages/resolve).

inline constexpr std::size_t most_edits = 2;
inline constexpr std::size_t shortest_alike = 4;  // letters: of shorter names too many are alike
inline constexpr std::size_t fewest_sounds = 3;

/// How many edits make a near miss, by the letters of the shorter word: two from eight letters, one from five.
std::size_t near_edits(std::size_t shorter);
/// Whether a folded name may be the other one misspelt: the same initial and so many edits.
bool near_spelling(std::string_view a, std::string_view b);

/// How an English speaker says a folded name, roughly: consonants by their sound, vowels only at the start.
/// "siobhan" and "shivon", "stephen" and "steven", "catherine" and "kathryn" come out alike.
std::string sound_key(std::string_view folded);

/// Both of four letters or more, and either the same key of three sounds or more, or one spelling but for
/// doubled letters and a closing h (Sara, Sarah).
bool sounds_alike(std::string_view a, std::string_view b);
/// That spelling: without a closing h, doubled letters once.
std::string plain_spelling(std::string_view folded);

}  // namespace moniker::words
