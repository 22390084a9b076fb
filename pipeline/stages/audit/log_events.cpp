#include "audit/log_events.hpp"

#include "audit/log_lines.hpp"
#include "audit/record.hpp"
#include "base/iso_date.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& log, std::uint64_t line) {
  throw Error::integrity("is no record of an audit log", "see what happened to it with `moniker audit verify`",
                         {log.string(), {static_cast<std::uint32_t>(line), 0}});
}

}  // namespace

void for_each_event(const std::filesystem::path& log, const std::function<void(const LoggedEvent&)>& take) {
  std::uint64_t number = 0;
  std::optional<std::uint64_t> torn;
  for_each_line(log, [&](const LogLine& line) {
    ++number;
    if (torn) refuse(log, *torn);
    if (!line.whole) {
      torn = number;
      return;
    }
    const auto parts = record_parts(line.text);
    const auto day = parts ? parse_iso_date(parts->time.substr(0, 10)) : std::nullopt;
    if (!day) refuse(log, number);
    if (!is_known_event(parts->event)) return;
    auto event = read_event(parts->event, parts->fields);
    if (!event) refuse(log, number);
    take({number, *day, std::move(*event)});
  });
}

}  // namespace moniker::audit
