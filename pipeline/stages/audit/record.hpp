#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/audit_log.hpp"

namespace moniker::audit {

/// One line of the log, without its line feed. The digest of a line is BLAKE2b-256 over exactly these bytes.

struct RecordHead {
  std::uint64_t number = 0;
  std::string_view time{}, event{};
};

std::string event_record(const RecordHead& head, const AuditLog::Fields& fields, const Digest& previous);

/// {"n":..,"time":..,"event":"replaced",<body>,"prev":..}; the body as ReplacementRows made it:
/// "transcript":..,"kinds":["PERSON/register",..],"rows":[[..],..].
std::string replacements_record(const RecordHead& head, std::string_view body, const Digest& previous);

/// What a chain is made of.
struct Link {
  std::uint64_t number = 0;
  Digest previous{};
};
/// What a record says: time, event and fields. `line` must be a record, and outlive the answer.
std::string_view record_body(std::string_view line);
/// The same said at another place of a chain.
std::string chained_record(std::uint64_t number, std::string_view body, const Digest& previous);

/// Nothing unless the line has the frame that every record has, and has it once. What stands between is not
/// judged here: it is for the chain to tell whether it is what was written.
std::optional<Link> parse_link(std::string_view line);

}  // namespace moniker::audit
