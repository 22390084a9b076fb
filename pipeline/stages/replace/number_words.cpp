#include "replace/number_words.hpp"

namespace moniker::replace {
namespace {

constexpr std::string_view small[] = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                     "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::string_view ordinal[] = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

}  // namespace

std::string cardinal_words(std::uint32_t number) {
  if (number < 20) return std::string(small[number]);
  std::string words(tens[number / 10]);
  if (number % 10 != 0) words.append("-").append(small[number % 10]);
  return words;
}

std::string ordinal_words(std::uint32_t number) {
  if (number <= 20) return std::string(ordinal[number]);
  if (number == 30) return "thirtieth";
  return std::string(tens[number / 10]) + '-' + std::string(ordinal[number % 10]);
}

std::string year_words(std::uint32_t year, bool thousands) {
  const std::uint32_t century = year / 100, rest = year % 100;
  if (century == 20 && (thousands || rest < 10)) {
    return rest == 0 ? "two thousand" : "two thousand and " + cardinal_words(rest);
  }
  const std::string before = cardinal_words(century) + ' ';
  if (rest == 0) return before + "hundred";
  return before + (rest < 10 ? "oh " : "") + cardinal_words(rest);
}

std::string_view ordinal_ending(std::uint32_t number) {
  if (number % 100 >= 11 && number % 100 <= 13) return "th";
  constexpr std::string_view endings[] = {"th", "st", "nd", "rd"};
  return number % 10 < 4 ? endings[number % 10] : endings[0];
}

}  // namespace moniker::replace
