#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/layout.hpp"

namespace moniker::study {

/// Nights that failed, one after the other, up to now.
struct FailedNights {
  std::string since{};      // day of the first
  std::uint64_t count = 0;  // how many
};

/// Nothing where the last night was none that failed, or where what stands there is not what keep_failed_night() wrote.
std::optional<FailedNights> read_failed_nights(const StudyLayout& layout);
/// One more, of this day. Nothing where there is no study.
void keep_failed_night(const StudyLayout& layout, const std::string& day);
/// It works again, and that was told.
void forget_failed_nights(const StudyLayout& layout);

}  // namespace moniker::study
