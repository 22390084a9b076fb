#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace moniker::words {

/// The candidate that `word` was probably meant to be, or an empty view: at most two edits away, and at most
/// one in a word of four letters or fewer; the first of several equally near. The view is into `candidates`.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// A remedy: did you mean `recipients`?, or where nothing is near, known are: a, b, c.
std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace moniker::words
