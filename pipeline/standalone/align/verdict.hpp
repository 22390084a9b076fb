#pragma once
#include <functional>

#include "align/comparison.hpp"

namespace moniker::align {

struct Thresholds {
  double errors = 0.25;        // of all words and of each speaker's; of five minutes twice as much
  std::uint64_t missing = 15;  // words at either end; elsewhere twice as many
  double seconds = 5;          // that times may be off, at once or over the whole talk
};

/// Something that a person should look at. Holds counts and times alone.
struct Concern {
  std::string_view code{};
  Stretch where{};
  std::string what{}, remedy{};
};

/// Speakers are named by `shown`, which knows whether labels may be seen.
std::vector<Concern> judge(const TalkComparison& comparison, const Thresholds& thresholds,
                           const std::function<std::string(std::size_t)>& shown);

/// 0:12:05; "-" where there is no time.
std::string clock_text(std::int64_t milliseconds);

}  // namespace moniker::align
