#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/keyed_hash.hpp"

namespace moniker::audit {

/// One line of the log, without its line feed. The digest of a line is BLAKE2b-256 over exactly these bytes.

struct RecordHead {
  std::uint64_t number = 0;
  std::string_view time{}, event{};
};

/// {"n":..,"time":..,"event":..,<fields>,"prev":..}; the fields as fields_of() gives them, or none.
std::string event_record(const RecordHead& head, std::string_view fields, const Digest& previous);
/// Whether every record has a field of this name, so that no event may.
bool is_of_frame(std::string_view name);

/// What a chain is made of.
struct Link {
  std::uint64_t number = 0;
  Digest previous{};
};
/// What a record says: time, event and fields. `line` must be a record, and outlive the answer.
std::string_view record_body(std::string_view line);
/// Its parts, fields as they stand there. Nothing unless `line` is a record; it must outlive the answer.
struct RecordParts {
  std::string_view time{}, event{}, fields{};
};
std::optional<RecordParts> record_parts(std::string_view line);
/// The same said at another place of a chain.
std::string chained_record(std::uint64_t number, std::string_view body, const Digest& previous);

/// Nothing unless the line has the frame that every record has, and has it once. What stands between is not
/// judged here: it is for the chain to tell whether it is what was written.
std::optional<Link> parse_link(std::string_view line);

}  // namespace moniker::audit
