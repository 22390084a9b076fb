#include "align/spoken_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace moniker::align {
namespace {

constexpr std::string_view small[] = {"oh",       "one",     "two",     "three",     "four",     "five",    "six",
                                      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                     "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::pair<std::uint64_t, std::string_view> scales[] = {
    {1'000'000'000, "billion"}, {1'000'000, "million"}, {1'000, "thousand"}, {100, "hundred"}};
constexpr std::pair<std::string_view, std::string_view> odd_ordinals[] = {
    {"one", "first"},    {"two", "second"}, {"three", "third"},   {"five", "fifth"},
    {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}};

std::string joined(std::string a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + " " + b; }

std::string cardinal(std::uint64_t number) {
  for (const auto& [size, name] : scales) {
    if (number < size) continue;
    const std::string head = joined(cardinal(number / size), std::string(name));
    return number % size == 0 ? head : joined(head, cardinal(number % size));
  }
  if (number < 20) return std::string(small[number]);
  return joined(std::string(tens[number / 10]), number % 10 == 0 ? "" : std::string(small[number % 10]));
}

std::string one_by_one(std::string_view digits) {
  std::string said;
  for (const char digit : digits) said = joined(said, std::string(small[digit - '0']));
  return said;
}

/// Years go in pairs: nineteen ninety eight, nineteen oh five, twenty twenty six; not two thousand and five.
std::string pairs(std::uint64_t year) {
  const std::uint64_t late = year % 100;
  if (late == 0) return cardinal(year / 100) + " hundred";
  return cardinal(year / 100) + " " + (late < 10 ? "oh " : "") + cardinal(late);
}

bool goes_in_pairs(std::uint64_t number) {
  return (number >= 1100 && number < 2000) || (number >= 2010 && number < 2100);
}

std::string whole_number(std::string_view digits, bool grouped) {
  const bool named = !grouped && digits.size() > 4 && !digits.ends_with("000");  // a telephone or case number
  if (digits.size() > 12 || (digits.size() > 1 && digits[0] == '0') || named) return one_by_one(digits);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return !grouped && goes_in_pairs(number) ? pairs(number) : cardinal(number);
}

/// 1,500 and 12,000,000, and not 1,2,3.
bool is_grouped(std::string_view digits) {
  const std::size_t first = digits.find(',');
  if (first == std::string_view::npos || first == 0 || first > 3 || (digits.size() - first) % 4 != 0) return false;
  for (std::size_t at = first; at < digits.size(); ++at) {
    if ((digits[at] == ',') != ((at - first) % 4 == 0)) return false;
  }
  return true;
}

}  // namespace

std::string said_number(std::string_view digits) {
  if (is_grouped(digits)) {
    std::string plain(digits);
    std::erase(plain, ',');
    return whole_number(plain, true);
  }
  if (const std::size_t comma = digits.find(','); comma != std::string_view::npos) {
    return joined(said_number(digits.substr(0, comma)), said_number(digits.substr(comma + 1)));
  }
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos) return digits.empty() ? "" : whole_number(digits, false);
  if (digits.find('.', point + 1) != std::string_view::npos) {  // 12.03.2024: a date or a section
    return joined(said_number(digits.substr(0, point)), said_number(digits.substr(point + 1)));
  }
  return joined(whole_number(digits.substr(0, point), false), joined("point", one_by_one(digits.substr(point + 1))));
}

std::string said_ordinal(std::string_view digits) {
  std::string said = said_number(digits);
  const std::size_t last = said.rfind(' ') + 1;  // npos + 1 is 0
  const std::string word = said.substr(last);
  for (const auto& [plain, ordinal] : odd_ordinals) {
    if (word == plain) return said.replace(last, std::string::npos, ordinal);
  }
  if (word.ends_with('y')) return said.replace(said.size() - 1, 1, "ieth");
  return said + "th";
}

bool is_scale_word(std::string_view word) {
  return std::any_of(std::begin(scales), std::end(scales), [&](const auto& s) { return s.second == word; });
}

bool is_number_word(std::string_view word) {
  return is_scale_word(word) || std::find(std::begin(small), std::end(small), word) != std::end(small) ||
         (!word.empty() && std::find(std::begin(tens), std::end(tens), word) != std::end(tens));
}

}  // namespace moniker::align
