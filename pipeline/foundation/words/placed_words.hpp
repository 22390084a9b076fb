#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::words {

/// A folded word of a text with its place in the text; hyphens, apostrophes and slashes part words.
struct PlacedWord {
  std::string folded{};
  ByteRange bytes{};
};
std::vector<PlacedWord> placed_words(std::string_view text);

}  // namespace moniker::words
