#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "intruder/intruder_words.hpp"
#include "moniker/finding.hpp"

namespace moniker::intruder {

/// A day as it is said; 0 for a year that is not.
struct SaidDate {
  std::uint32_t year = 0, month = 0, day = 0;
  ByteRange bytes{};
  bool is_full() const { return year != 0; }
  std::chrono::year_month_day whole() const {
    return {std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
  }
};

/// Days in a text, ascending: "14 March 2024", "the fourteenth of March", "14/03/2024", "2024-03-14", "the fourteenth
/// of the third, 1981". What no calendar has is none.
std::vector<SaidDate> said_dates(std::string_view text, const IntruderWords& words);

/// The day of Easter Sunday (Gauss, as Lichtenberg mended it).
std::chrono::sys_days easter(int year);

/// A feast in a year.
std::chrono::sys_days day_of(const Feast& feast, int year);

}  // namespace moniker::intruder
