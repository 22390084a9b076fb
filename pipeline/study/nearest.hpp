#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

/// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, in code
/// points (optimal string alignment: Damerau 1964, doi 10.1145/363958.363994; no place is edited twice).
std::size_t edit_distance(std::string_view one, std::string_view other);

/// The candidate that `word` was probably meant to be, or an empty view: at most two edits away, and at most
/// one in a word of four letters or fewer; the first of several equally near. The view is into `candidates`.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// A remedy: `did you mean "recipients"?`, or where nothing is near, `known are: a, b, c`.
std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace moniker
