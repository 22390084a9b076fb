#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "keys/study_key.hpp"
#include "moniker/progress.hpp"

namespace moniker::study {

using moniker::Progress;

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
  std::optional<std::string> by{};     // who gave the command, as the log tells it
  Watcher progress{};                  // of transcripts, and bytes of delivered files
};

}  // namespace moniker::study
