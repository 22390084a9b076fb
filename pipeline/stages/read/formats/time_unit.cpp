#include "read/formats/time_unit.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace moniker::read {

void TimeUnit::note(std::optional<double> begin, std::optional<double> end, std::string_view text) {
  bool inside = false;
  for (const char c : text) {
    words_ += !is_white(c) && !inside;
    inside = !is_white(c);
  }
  if (!begin) return;
  first_ = std::min(first_.value_or(*begin), *begin);
  last_ = std::max({last_.value_or(*begin), *begin, end.value_or(*begin)});
  if (end && *end > *begin) spoken_ += *end - *begin;
}

double TimeUnit::seconds(double otherwise) const {
  // Words in a unit: two a minute, pauses and all, are slow; forty a second nobody says. What is faster was counted in
  // minutes, in hours, or in days, as spreadsheets do.
  constexpr double slowest = 0.03, fastest = 40, in_minutes = 1500, in_hours = 20'000;
  const double span = spoken_ > 0 ? spoken_ : last_.value_or(0) - first_.value_or(0);
  if (!(span > 0) || words_ == 0) return otherwise;
  const double rate = words_ / span;
  if (rate < slowest) return 0.001;
  return rate < fastest ? 1 : rate < in_minutes ? 60 : rate < in_hours ? 3600 : 86'400;
}

}  // namespace moniker::read
