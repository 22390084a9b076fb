#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "replace/generalisations.hpp"
#include "replace/spoken_number.hpp"

namespace moniker::replace {

inline constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                                 "May",       "June",     "July",     "August",
                                                                 "September", "October",  "November", "December"};

/// "mar", "march", "sept" -> 3, 3, 9; 0 for what is no month.
std::uint32_t month_of(std::string_view folded);

/// Words that stand in dates and say nothing of when: of, the, early; weekdays, seasons, holidays.
bool says_nothing(std::string_view folded, const Generalisations& tables);

/// "1990s", "nineties": broad already.
bool is_decade(std::string_view folded);

/// '29 is 2029, '30 is 1930; four digits are themselves.
std::uint32_t full_year(const SpokenNumber& number);
bool is_year(const SpokenNumber& number);

}  // namespace moniker::replace
