#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace moniker::sandbox {

/// What a process may touch from now on. A folder stands for all that is in it, now and later; what is not there is
/// passed over. What every program reads (libraries, time zones, facts about the machine) need not be named.
struct Confines {
  std::vector<std::filesystem::path> reads{};
  std::vector<std::filesystem::path> writes{};    // and read, made, removed, given other names
  std::vector<std::filesystem::path> scratch{};   // folders for files without a name (O_TMPFILE), and nothing else
  std::vector<std::filesystem::path> programs{};  // may be run; what they start is confined as we are
  std::optional<std::uint16_t> listens{};         // TCP port to accept on; 0: one that is free. Nobody is ever called
};

/// What holds in the end.
struct Held {
  int landlock = 0;    // its version; 0: the kernel has none
  bool calls = false;  // system calls are filtered
};

/// For this thread and all that it starts, so it is called before there are others. Cannot be taken back. Never
/// throws: where the kernel knows less, less is held.
Held confine(const Confines& confines) noexcept;

/// The version of Landlock that the kernel has and lets us use; 0: none.
int landlock_version() noexcept;

/// Whether the kernel can filter system calls.
bool can_filter_calls() noexcept;

}  // namespace moniker::sandbox
