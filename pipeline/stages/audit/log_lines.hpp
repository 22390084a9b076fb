#pragma once
#include <filesystem>
#include <functional>
#include <string_view>

namespace moniker::audit {

/// A line of a log without its line feed, valid during the call; `whole` where a line feed ended it. Only the
/// last line is not, or the pieces of a line of more than 4 MiB, which is no record.
struct LogLine {
  std::string_view text{};
  bool whole = true;
};

/// Throws Error{input} when the file cannot be read.
void for_each_line(const std::filesystem::path& log, const std::function<void(const LogLine&)>& take);

}  // namespace moniker::audit
