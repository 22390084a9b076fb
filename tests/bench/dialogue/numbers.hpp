#pragma once
#include <string>

#include "dialogue/random.hpp"

namespace dialogue {

/// "seventy-three"; below 100.
std::string in_words(std::size_t number);
/// "twenty-third"; 1 to 31.
std::string ordinal_in_words(std::size_t number);
std::string digits(std::size_t n, Random& random);
/// Ten digits from 999 whose check digit is right (modulus 11).
std::string nhs_digits(Random& random);
/// "oh seven double-seven"
std::string spoken_digits(const std::string& digits);

}  // namespace dialogue
