#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "words/number_words.hpp"
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

/// What is meant: "eighty" "three" -> 83, "twenty" "first" -> 21st, "two" "thousand" "and" "four" -> 2004,
/// "nineteen" "oh" "five" -> 1905, "nineteen" "eighty" "one" -> 1981; "14", "3rd" and "'81" are read as written.
std::vector<SpokenNumber> spoken_numbers(const std::vector<PlacedWord>& words, const NumberWords& numbers);

/// A number or code as it would be typed: "oh seven double seven" -> 0777, "nine hundred" -> 900, "L S six" -> LS6.
/// Nothing where a word is no part of one. `folded` is without hyphens.
std::optional<std::string> spoken_code(const std::vector<std::string>& folded, const NumberWords& numbers);

/// Words in which digits are digits: {"oh", "seven", "double-nine"} -> {"0", "7", "99"}; hyphens part words, "double"
/// and "treble" repeat what follows, words that say no digit stay.
std::vector<std::string> spoken_to_digits(const std::vector<std::string>& folded, const NumberWords& numbers);

}  // namespace moniker::words
