// Numbers that carry their own proof.
#include <algorithm>
#include <cstdint>

#include "base/text.hpp"
#include "rules/codes.hpp"

namespace moniker::validate {
namespace {

unsigned digit(char c) { return static_cast<unsigned>(c - '0'); }

/// NHS Data Dictionary: nine digits weighted 10 to 2; 11 less the remainder is the tenth, 11 stands for 0, 10
/// is never given out.
bool modulus_11(const std::string& digits) {
  if (digits.size() != 10) return false;
  unsigned sum = 0;
  for (unsigned i = 0; i < 9; ++i) sum += (10 - i) * digit(digits[i]);
  const unsigned check = (11 - sum % 11) % 11;
  return check == digit(digits[9]);  // 10 is no digit and never equal
}

bool one_digit_only(const std::string& digits) {
  return std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits[0]; });
}

}  // namespace

std::string code_of(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (is_ascii_digit(c) || (c >= 'A' && c <= 'Z'))
      code += c;
    else if (c >= 'a' && c <= 'z')
      code += static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

bool nhs_number(std::string_view matched) {
  const std::string digits = digits_of(matched);
  return modulus_11(digits) && !one_digit_only(digits);
}

bool spoken_nhs_number(std::string_view matched, const words::Language& language) {
  return nhs_number(said_aloud(matched, language));
}

bool chi_number(std::string_view matched) {
  const std::string digits = digits_of(matched);
  if (!modulus_11(digits)) return false;
  const unsigned day = digit(digits[0]) * 10 + digit(digits[1]), month = digit(digits[2]) * 10 + digit(digits[3]);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

bool card_number(std::string_view matched) {
  const std::string digits = digits_of(matched);
  if (digits.size() < 13 || digits.size() > 19 || one_digit_only(digits)) return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const unsigned value = digit(digits[digits.size() - 1 - i]) * (i % 2 == 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool iban(std::string_view matched) {
  const std::string code = code_of(matched);
  if (code.size() < 15 || code.size() > 34) return false;
  unsigned remainder = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[(i + 4) % code.size()];  // country and check digits go last
    const bool letter = c >= 'A';
    const unsigned value = letter ? static_cast<unsigned>(c - 'A') + 10 : digit(c);
    remainder = (remainder * (letter ? 100 : 10) + value) % 97;
  }
  return remainder == 1;
}

}  // namespace moniker::validate
