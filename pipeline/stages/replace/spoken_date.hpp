#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "replace/generalisations.hpp"
#include "words/date_words.hpp"

namespace moniker::replace {

/// A word or number of a date and what it says.
struct DateToken {
  enum class Says : std::uint8_t { day, month, year, weekday };
  Says says = Says::day;
  words::SpokenNumber word{};
  words::NamedDay name{};  // of a month that is named, and of a weekday
};

/// A date as its words say it; 0 for what they do not say. Without tokens it is one that depends on when it
/// is said ("last Tuesday", "two weeks ago", "the nineties").
struct SpokenDate {
  std::uint32_t year = 0, month = 0, day = 0;
  std::vector<DateToken> tokens{};  // ascending
  bool month_first = false;         // 3/14/1981
};

/// Words that stand in dates and say nothing of when: of, the, early; weekdays, seasons, holidays.
bool says_nothing(std::string_view folded, const Generalisations& tables);

/// Nothing for words of which any is not understood, for more than one date, for a date that no calendar has.
std::optional<SpokenDate> read_spoken_date(std::string_view text, const Generalisations& tables);

}  // namespace moniker::replace
