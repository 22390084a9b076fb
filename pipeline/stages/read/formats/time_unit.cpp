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
  constexpr double slowest = 0.03;  // words in a second: two a minute, pauses and all
  const double span = spoken_ > 0 ? spoken_ : last_.value_or(0) - first_.value_or(0);
  if (!(span > 0) || words_ == 0) return otherwise;
  return words_ / span < slowest ? 0.001 : 1;
}

}  // namespace moniker::read
