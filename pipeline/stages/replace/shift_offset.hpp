#pragma once
#include <cstdint>
#include <string_view>

#include "base/keyed_hash.hpp"

namespace moniker::replace {

/// By how many days the dates of `owner` (ID04, or T03 where nobody's talk it is) move: up to `most` days forth or
/// back, never 0, whole weeks where weekdays are kept. Follows from the key and the owner alone.
int shift_offset(const Secret<32>& key, std::string_view owner, std::uint32_t most, bool keep_weekdays);

}  // namespace moniker::replace
