#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "opened/ledger.hpp"

namespace moniker::study {

/// Something that was told to wait: since when, and keyed hashes of what it was made of.
struct ToldMatter {
  std::string since{};               // a day
  std::vector<std::string> parts{};  // sorted
};

/// What the last night told. It names transcripts by number, and nothing else: parts are hashes that study.key makes.
struct NightMemory {
  std::string day{};                          // of that night
  std::map<std::string, std::string> made{};  // T03 -> of what its outputs were made; those in out/
  std::map<std::pair<std::string, std::string>, ToldMatter> waits{};  // by kind and transcript
};

std::string to_json(const NightMemory& memory);
/// Throws Error{integrity} for what is none.
NightMemory night_memory_from_json(const std::string& text);

/// Of a part, as it is remembered.
std::string hash_of_part(const Secret<32>& roots, std::string_view part);

/// The memory is a row of the ledger: nothing where there is none, as before the first night and after the ledger was
/// deleted. Throws Error{integrity} where somebody else than this study wrote it.
std::optional<NightMemory> read_night_memory(const Ledger& ledger, const Secret<32>& roots);
/// Durable on return.
void keep_night_memory(Ledger& ledger, const Secret<32>& roots, const NightMemory& memory);

}  // namespace moniker::study
