#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace moniker {

/// A day as ISO 8601 writes it, 2026-03-12, from 1900 on and real; nothing otherwise. Nothing else is taken:
/// 03/04/2026 is two different days.
std::optional<std::chrono::year_month_day> parse_iso_date(std::string_view text);

/// The same the other way round: 2026-03-12.
std::string iso_date(const std::chrono::year_month_day& day);

}  // namespace moniker
