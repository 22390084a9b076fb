#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "words/spoken_number.hpp"

namespace moniker::words {

inline constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                                 "May",       "June",     "July",     "August",
                                                                 "September", "October",  "November", "December"};
inline constexpr std::array<std::string_view, 7> weekday_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                                  "Thursday", "Friday", "Saturday"};
/// Letters of "Mar" and "Tue".
inline constexpr std::size_t short_name = 3;

/// "mar", "march", "sept" -> 3, 3, 9; 0 for what is no month.
std::uint32_t month_of(std::string_view folded);

/// "sunday", "sun" -> 0; nothing for what is no weekday.
std::optional<std::uint32_t> weekday_of(std::string_view folded);

/// "fifties" -> 50, "teens" -> 10; 0 for what is no name of ten years.
std::uint32_t decade_named(std::string_view folded);

/// "1990s", "nineties": broad already. The teens are ten years of a life, not of a century.
bool is_decade(std::string_view folded);

/// '29 is 2029, '30 is 1930; four digits are themselves.
std::uint32_t full_year(const SpokenNumber& number);
bool is_year(const SpokenNumber& number);

}  // namespace moniker::words
