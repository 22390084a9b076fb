#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace moniker {

/// How far something that takes its time has come. Counts only, never a name.
struct Progress {
  std::string_view step{};          // scan, apply
  std::size_t done = 0, total = 0;  // transcripts, files, records
  std::uint64_t bytes = 0;          // read so far; 0 where nobody counts them
  std::string_view unit{};          // of the numbers, where it is none of these: MB
};

/// Whoever is told of it; may be empty, and is called from one thread at a time.
using Watcher = std::function<void(const Progress&)>;

}  // namespace moniker
