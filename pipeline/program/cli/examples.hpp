#pragma once
#include <span>
#include <string_view>

namespace moniker::cli {

/// What somebody may type, and what comes of it.
struct Example {
  std::string_view command{};  // of the table
  std::string_view line{};     // behind `moniker COMMAND`
  std::string_view says{};
};

/// Two or more of every command; help, manual and docs/commands.md show them.
std::span<const Example> examples();

}  // namespace moniker::cli
