#include "dialogue/numbers.hpp"

namespace dialogue {
namespace {

constexpr const char* small[] = {"nought",   "one",     "two",     "three",     "four",     "five",    "six",
                                 "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                 "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr const char* tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr const char* ordinals[] = {"",           "first",      "second",     "third",     "fourth",    "fifth",
                                    "sixth",      "seventh",    "eighth",     "ninth",     "tenth",     "eleventh",
                                    "twelfth",    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                                    "eighteenth", "nineteenth", "twentieth"};

}  // namespace

std::string in_words(std::size_t number) {
  if (number < 20) return small[number];
  return number % 10 == 0 ? std::string(tens[number / 10]) : std::string(tens[number / 10]) + "-" + small[number % 10];
}

std::string ordinal_in_words(std::size_t number) {
  if (number <= 20) return ordinals[number];
  if (number == 30) return "thirtieth";
  return std::string(tens[number / 10]) + "-" + ordinals[number % 10];
}

std::string digits(std::size_t n, Random& random) {
  std::string out;
  while (out.size() < n) out += static_cast<char>('0' + random.below(10));
  return out;
}

std::string nhs_digits(Random& random) {
  for (;;) {
    std::string number = "999" + digits(6, random);
    std::size_t sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += static_cast<std::size_t>(number[i] - '0') * (10 - i);
    const std::size_t check = (11 - sum % 11) % 11;
    if (check != 10) return number + static_cast<char>('0' + check);
  }
}

std::string spoken_digits(const std::string& number) {
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i > 0) out += ' ';
    const bool twice = i + 1 < number.size() && number[i] == number[i + 1];
    if (twice) out += "double-", ++i;
    out += number[i] == '0' ? "oh" : small[number[i] - '0'];
  }
  return out;
}

}  // namespace dialogue
