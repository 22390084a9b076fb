#include "align/spoken_numbers.hpp"

#include <charconv>
#include <cstdint>

namespace moniker::align {
namespace {

using words::NumberWords;
using Kind = words::NumberWord::Kind;

std::string joined(std::string a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + " " + b; }

constexpr char hyphen = ' ';  // words are compared one by one: "forty two"

/// The only nought is "oh".
std::string cardinal(std::uint64_t number, const NumberWords& numbers) {
  return number == 0 ? numbers.oh : words::cardinal_words(numbers, number, hyphen);
}

std::string one_by_one(std::string_view digits, const NumberWords& numbers) {
  std::string said;
  for (const char digit : digits) said = joined(said, cardinal(static_cast<std::uint64_t>(digit - '0'), numbers));
  return said;
}

/// Not two thousand and five.
bool goes_in_pairs(std::uint64_t number) {
  return (number >= 1100 && number < 2000) || (number >= 2010 && number < 2100);
}

std::string whole_number(std::string_view digits, bool grouped, const NumberWords& numbers) {
  const bool named = !grouped && digits.size() > 4 && !digits.ends_with("000");  // a telephone or case number
  if (digits.size() > 12 || (digits.size() > 1 && digits[0] == '0') || named) return one_by_one(digits, numbers);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return !grouped && goes_in_pairs(number) ? words::year_in_pairs(numbers, number, hyphen) : cardinal(number, numbers);
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

std::string said_number(std::string_view digits, const NumberWords& numbers) {
  if (numbers.empty()) return std::string(digits);
  if (is_grouped(digits)) {
    std::string plain(digits);
    std::erase(plain, ',');
    return whole_number(plain, true, numbers);
  }
  const auto in_two = [&](std::size_t at) {
    return joined(said_number(digits.substr(0, at), numbers), said_number(digits.substr(at + 1), numbers));
  };
  if (const std::size_t comma = digits.find(','); comma != std::string_view::npos) return in_two(comma);
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos) return digits.empty() ? "" : whole_number(digits, false, numbers);
  if (digits.find('.', point + 1) != std::string_view::npos) return in_two(point);  // 12.03.2024: a date or a section
  return joined(whole_number(digits.substr(0, point), false, numbers),
                joined(numbers.point, one_by_one(digits.substr(point + 1), numbers)));
}

std::string said_ordinal(std::string_view digits, const NumberWords& numbers) {
  return words::with_ordinal(numbers, said_number(digits, numbers), hyphen);
}

bool goes_on_number(const words::NumberWord& word) {
  return word.kind == Kind::scale || word.kind == Kind::oh || word.kind == Kind::tens ||
         (word.kind == Kind::small && word.value > 0);
}

}  // namespace moniker::align
