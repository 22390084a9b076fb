#include "align/spoken_numbers.hpp"

#include <charconv>
#include <cstdint>

#include "words/number_words.hpp"

namespace moniker::align {
namespace {

using Kind = words::NumberWord::Kind;

std::string joined(std::string a, const std::string& b) { return a.empty() ? b : b.empty() ? a : a + " " + b; }

constexpr char hyphen = ' ';  // words are compared one by one: "forty two"

/// The only nought is "oh".
std::string cardinal(std::uint64_t number) { return number == 0 ? "oh" : words::cardinal_words(number, hyphen); }

std::string one_by_one(std::string_view digits) {
  std::string said;
  for (const char digit : digits) said = joined(said, cardinal(static_cast<std::uint64_t>(digit - '0')));
  return said;
}

/// Not two thousand and five.
bool goes_in_pairs(std::uint64_t number) {
  return (number >= 1100 && number < 2000) || (number >= 2010 && number < 2100);
}

std::string whole_number(std::string_view digits, bool grouped) {
  const bool named = !grouped && digits.size() > 4 && !digits.ends_with("000");  // a telephone or case number
  if (digits.size() > 12 || (digits.size() > 1 && digits[0] == '0') || named) return one_by_one(digits);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return !grouped && goes_in_pairs(number) ? words::year_in_pairs(number, hyphen) : cardinal(number);
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
  const std::string said = said_number(digits);
  const std::size_t last = said.rfind(' ') + 1;  // npos + 1 is 0
  return said.substr(0, last) + words::ordinal_of(std::string_view(said).substr(last));
}

bool is_scale_word(std::string_view word) { return words::number_word(word).kind == Kind::scale; }

bool is_number_word(std::string_view word) {
  const words::NumberWord number = words::number_word(word);
  return number.kind == Kind::scale || number.kind == Kind::oh || number.kind == Kind::tens ||
         (number.kind == Kind::small && number.value > 0);
}

}  // namespace moniker::align
