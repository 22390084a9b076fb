#pragma once
#include <cstddef>
#include <string_view>

namespace moniker::words {

/// No name has more bytes; words that have are no near miss of one.
inline constexpr std::size_t longest_compared = 48;

/// Letters to insert, delete, change or swap with their neighbour to make one word of the other (the optimal string
/// alignment form of Damerau 1964, doi 10.1145/363958.363994), or limit + 1 when it takes more. Over bytes: give it
/// folded words.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace moniker::words
