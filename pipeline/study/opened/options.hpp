#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "keys/study_key.hpp"

namespace moniker::study {

/// How far a step has come. Counts only, never a name.
struct Progress {
  std::string_view step{};          // scan, apply
  std::size_t done = 0, total = 0;  // transcripts
  std::uint64_t bytes = 0;          // of delivered files read so far
};

/// The part of a planned study that a process works on: its scan or its apply, and writes nothing that is not its own.
struct ShardChoice {
  std::string step{};              // scan, apply
  unsigned number = 0, count = 0;  // 1 to count
};

/// What a run is told from outside: everything that is not in moniker.yaml.
struct RunOptions {
  unsigned threads = 0;           // 0: one a processor
  std::filesystem::path rules{};  // the rules/ folder
  std::filesystem::path cache{};  // where compiled rules are kept; empty: nowhere
  StudyKey key{};                 // as the study names it, where nothing else is said
  Clock clock{};
  std::optional<ShardChoice> shard{};  // nothing: the whole study
  std::string withdrawing{};           // ID of whose withdrawal is begun, so that its record may be missing
  std::function<void(const Progress&)> progress{};  // may be empty; called from one thread at a time
};

}  // namespace moniker::study
