#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dialogue {

enum class Unit { utterance, interview };

struct Options {
  std::uint64_t bytes = 0, seed = 1, count = 0, participants = 0, list = 0, rules = 0;
  bool jsonl = false;
  Unit unit = Unit::utterance;
  std::filesystem::path out{}, gold{}, files{}, study{}, lists{}, own{};
};

extern const char* const usage;

/// Throws std::runtime_error where a word makes no sense.
Options read_options(const std::vector<std::string>& words);

}  // namespace dialogue
