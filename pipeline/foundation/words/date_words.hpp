#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/list_file.hpp"
#include "words/spoken_number.hpp"
#include "words/word_map.hpp"

namespace moniker::words {

/// A month or a weekday as a word says it. "may" is written out: cut short it is itself.
struct NamedDay {
  std::uint32_t number = 0;  // January is 1; Sunday is 0
  bool in_short = false;     // mar, sept, tue
  std::uint32_t names = 0;   // its place in DateWords::names: a date is written in the language in which it was said
};

/// What one language calls them, with the capitals that it gives them; empty where it has no word.
struct DateNames {
  std::array<std::string, 12> months{}, short_months{};  // January is 0
  std::array<std::string, 7> weekdays{}, short_weekdays{};
  std::string between{};  // January to March
};

/// The words of dates, from dates.tsv of a language. Of several words of one kind and number the first is written.
struct DateWords {
  WordMap<NamedDay> month_words{}, weekday_words{};
  WordMap<std::uint32_t> decade_words{};  // fifties -> 50
  WordMap<std::uint32_t> units{};         // of an age: how many make a year; 1: years
  std::vector<DateNames> names{};         // of each language that has any

  void read(const ListFile& list);

  /// "mar", "march", "sept" -> 3, 3, 9; nothing for what is no month.
  std::optional<NamedDay> month(std::string_view folded) const;
  /// "sunday", "sun" -> 0; nothing for what is no weekday.
  std::optional<NamedDay> weekday(std::string_view folded) const;
  /// "March", "Mar": as `like` was said, else in full and in the first language; empty where there is no word.
  std::string_view month_name(std::uint32_t month, const NamedDay& like = {}) const;
  std::string_view weekday_name(std::uint32_t weekday, const NamedDay& like = {}) const;
  /// "January to March".
  std::string months_from_to(std::uint32_t first, std::uint32_t last, const NamedDay& like = {}) const;
  /// "fifties" -> 50, "teens" -> 10; 0 for what is no name of ten years.
  std::uint32_t decade(std::string_view folded) const;
  /// "1990s", "nineties": broad already. The teens are ten years of a life, not of a century.
  bool is_decade(std::string_view folded) const;
  /// "weeks" -> 52, "years" -> 1; 0 for what is no unit of an age.
  std::uint32_t in_a_year(std::string_view folded) const;
};

/// '29 is 2029, '30 is 1930; four digits are themselves.
std::uint32_t full_year(const SpokenNumber& number);
bool is_year(const SpokenNumber& number);

}  // namespace moniker::words
