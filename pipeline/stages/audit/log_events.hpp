#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

#include "audit/events.hpp"

namespace moniker::audit {

/// One record as it was meant. What the event says of replacements is valid during the call alone.
struct LoggedEvent {
  std::uint64_t line = 0;
  std::chrono::sys_days day{};  // in UTC
  Event event{};
};

/// Every event of a log, in order, but for those of a later moniker, which the table does not know. A last line that is
/// torn is passed over. Throws Error{integrity} with the line that is no record or whose event lacks what it must say,
/// Error{input} when the file cannot be read.
void for_each_event(const std::filesystem::path& log, const std::function<void(const LoggedEvent&)>& take);

}  // namespace moniker::audit
