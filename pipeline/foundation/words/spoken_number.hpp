#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "words/placed_words.hpp"

namespace moniker::words {

/// A word of a date or an age with the number it says.
struct SpokenNumber {
  enum class Kind : std::uint8_t { word, cardinal, ordinal };
  Kind kind = Kind::word;
  std::uint32_t value = 0;
  std::uint32_t digits = 0;  // as written; 0 when in words
  std::string folded{};      // of a word
  ByteRange bytes{};         // all the words the number took
};

/// Joins number words: "eighty" "three" -> 83, "twenty" "first" -> 21st, "two" "thousand" "and" "four" ->
/// 2004, "nineteen" "oh" "five" -> 1905, "nineteen" "eighty" "one" -> 1981; "14", "3rd" and "'81" are read as
/// written.
std::vector<SpokenNumber> spoken_numbers(const std::vector<PlacedWord>& words);

}  // namespace moniker::words
