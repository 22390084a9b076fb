// English numbers, once: whoever reads a number that is said, or says one, asks this table.
#include "words/number_words.hpp"

#include <algorithm>
#include <utility>

namespace moniker::words {
namespace {

using Kind = NumberWord::Kind;

struct Number {
  std::uint64_t value = 0;
  std::string_view cardinal{}, ordinal{};
};
// clang-format off
constexpr Number numbers[] = {
    {0, "zero", "zeroth"},
    {1, "one", "first"},              {2, "two", "second"},             {3, "three", "third"},
    {4, "four", "fourth"},            {5, "five", "fifth"},             {6, "six", "sixth"},
    {7, "seven", "seventh"},          {8, "eight", "eighth"},           {9, "nine", "ninth"},
    {10, "ten", "tenth"},             {11, "eleven", "eleventh"},       {12, "twelve", "twelfth"},
    {13, "thirteen", "thirteenth"},   {14, "fourteen", "fourteenth"},   {15, "fifteen", "fifteenth"},
    {16, "sixteen", "sixteenth"},     {17, "seventeen", "seventeenth"}, {18, "eighteen", "eighteenth"},
    {19, "nineteen", "nineteenth"},   {20, "twenty", "twentieth"},      {30, "thirty", "thirtieth"},
    {40, "forty", "fortieth"},        {50, "fifty", "fiftieth"},        {60, "sixty", "sixtieth"},
    {70, "seventy", "seventieth"},    {80, "eighty", "eightieth"},      {90, "ninety", "ninetieth"}};
// clang-format on
constexpr std::size_t first_tens = 20;  // of numbers: twenty stands at 20, thirty at 21

constexpr std::pair<std::uint64_t, std::string_view> scales[] = {
    {1'000'000'000, "billion"}, {1'000'000, "million"}, {1'000, "thousand"}, {100, "hundred"}};

/// Read and never written; "fourty" is a common slip.
constexpr std::pair<std::string_view, NumberWord> others[] = {
    {"oh", {Kind::oh, 0}},        {"o", {Kind::letter_o, 0}},   {"nought", {Kind::small, 0}},
    {"naught", {Kind::small, 0}}, {"fourty", {Kind::tens, 40}}, {"double", {Kind::times, 2}},
    {"treble", {Kind::times, 3}}, {"triple", {Kind::times, 3}}};

std::string_view below_twenty(std::uint64_t number) { return numbers[number].cardinal; }
std::string_view tens_of(std::uint64_t number) { return numbers[first_tens + number / 10 - 2].cardinal; }

}  // namespace

NumberWord number_word(std::string_view folded) {
  for (const Number& row : numbers) {
    if (row.cardinal == folded) return {row.value < 20 ? Kind::small : Kind::tens, row.value};
    if (row.ordinal == folded && row.value > 0) return {Kind::ordinal, row.value};
  }
  for (const auto& [size, name] : scales) {
    if (name == folded) return {Kind::scale, size};
  }
  for (const auto& [name, word] : others) {
    if (name == folded) return word;
  }
  return {};
}

int digit_of(const NumberWord& word) {
  const bool digit = word.kind == Kind::oh || (word.kind == Kind::small && word.value < 10);
  return digit ? static_cast<int>(word.value) : -1;
}

std::string cardinal_words(std::uint64_t number, char hyphen) {
  for (const auto& [size, name] : scales) {
    if (number < size) continue;
    std::string words = cardinal_words(number / size, hyphen).append(1, ' ').append(name);
    if (number % size != 0) words.append(1, ' ').append(cardinal_words(number % size, hyphen));
    return words;
  }
  if (number < 20) return std::string(below_twenty(number));
  std::string words(tens_of(number));
  if (number % 10 != 0) words.append(1, hyphen).append(below_twenty(number % 10));
  return words;
}

std::string ordinal_of(std::string_view cardinal) {
  const auto* row = std::find_if(std::begin(numbers), std::end(numbers),
                                 [&](const Number& number) { return number.cardinal == cardinal; });
  return row != std::end(numbers) ? std::string(row->ordinal) : std::string(cardinal) + "th";
}

std::string ordinal_words(std::uint64_t number, char hyphen) {
  const std::string said = cardinal_words(number, hyphen);
  const std::size_t last = said.find_last_of(std::string{' ', hyphen}) + 1;  // npos + 1 is 0
  return said.substr(0, last) + ordinal_of(std::string_view(said).substr(last));
}

std::string year_in_pairs(std::uint64_t year, char hyphen) {
  const std::uint64_t late = year % 100;
  std::string words = cardinal_words(year / 100, hyphen) + ' ';
  if (late == 0) return words + "hundred";
  return words + (late < 10 ? "oh " : "") + cardinal_words(late, hyphen);
}

std::string_view ordinal_ending(std::uint64_t number) {
  if (number % 100 >= 11 && number % 100 <= 13) return "th";
  constexpr std::string_view endings[] = {"th", "st", "nd", "rd"};
  return number % 10 < 4 ? endings[number % 10] : endings[0];
}

}  // namespace moniker::words
