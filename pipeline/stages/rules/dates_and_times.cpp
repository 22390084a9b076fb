#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "rules/codes.hpp"

namespace moniker::validate {
namespace {

struct Number {
  unsigned value = 0, digits = 0;
};

std::vector<Number> numbers_in(std::string_view text) {
  std::vector<Number> numbers;
  bool inside = false;
  for (const char c : text) {
    const bool digit = is_ascii_digit(c);
    if (digit && !inside) numbers.push_back({});
    if (digit) numbers.back() = {numbers.back().value * 10 + static_cast<unsigned>(c - '0'), numbers.back().digits + 1};
    if (digit && numbers.back().digits > 4) return {};
    inside = digit;
  }
  return numbers;
}

bool is_year(Number n) { return n.digits == 2 || (n.digits == 4 && n.value >= 1850 && n.value <= 2099); }

unsigned days_of(unsigned month) {
  constexpr unsigned days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month <= 12 ? days[month] : 0;
}

bool is_day(Number day, Number month) {
  return day.digits <= 2 && month.digits <= 2 && day.value >= 1 && day.value <= days_of(month.value);
}

}  // namespace

bool numeric_date(std::string_view matched) {
  // Day first, as Britain writes; a date that makes sense only month first was written by an American device
  // and identifies as much. Leap years are not looked at: a wrong date still tells somebody's birthday.
  const std::vector<Number> n = numbers_in(matched);
  if (n.size() == 2)
    return is_day(n[0], n[1]) || (n[1].digits == 4 && is_year(n[1]) && n[0].value >= 1 && n[0].value <= 12);
  if (n.size() != 3) return false;
  if (n[0].digits == 4) return is_year(n[0]) && is_day(n[2], n[1]);
  return is_year(n[2]) && (is_day(n[0], n[1]) || is_day(n[1], n[0]));
}

bool clock_time(std::string_view matched) {
  const std::vector<Number> n = numbers_in(matched);
  if (n.empty() || n.size() > 3) return false;
  const bool parts =
      std::all_of(n.begin() + 1, n.end(), [](Number part) { return part.digits == 2 && part.value < 60; });
  return parts && (n[0].value < 24 || (n[0].value == 24 && (n.size() == 1 || n[1].value == 0)));
}

}  // namespace moniker::validate
