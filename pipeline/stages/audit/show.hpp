#pragma once
#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace moniker::audit {

/// A record as a line for people: number, time, event, then name=value. Of replacements it gives how many of
/// each label. Control characters are escaped, so that no log can steer a terminal. What is not a record says
/// so.
std::string show_record(std::string_view line);

/// All records of a log, in order. Throws Error{input} when it cannot be read.
void show_audit(const std::filesystem::path& log, const std::function<void(const std::string&)>& out);

/// The same for machines: each record as it stands in the log, null for what is none.
void read_records(const std::filesystem::path& log, const std::function<void(nlohmann::ordered_json)>& out);

}  // namespace moniker::audit
