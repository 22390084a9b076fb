#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/checkpoint.hpp"

namespace moniker::audit {

/// Proofs about a log for who has no log: text, good with the log's public key alone.

/// That record `number` (from 1) stands in the log with this head: https://c2sp.org/tlog-proof, with the record as what
/// is extra. Throws Error{usage} where there is no such record below the head.
std::string inclusion_proof_text(const std::filesystem::path& log, std::uint64_t number, const Checkpoint& head);

/// That the log with the head `now` begins with the one of `before`: "old N" and hashes as
/// https://c2sp.org/tlog-witness has them, then both heads. Throws Error{usage} where the log does not reach them.
std::string consistency_proof_text(const std::filesystem::path& log, const Checkpoint& before, const Checkpoint& now);

/// Numbers of the records by which the outputs that a transcript has now were published.
std::vector<std::uint64_t> records_of(const std::filesystem::path& log, std::string_view transcript);

/// What a good proof shows.
struct Proved {
  std::uint64_t size = 0;                 // of the log
  std::optional<std::uint64_t> before{};  // of a consistency proof: of the log that it begins with
  std::uint64_t number = 0;               // of an inclusion proof: of the record
  std::string record{};
  std::vector<std::uint64_t> cosigned{};  // by the cosigner who was asked for, in seconds since 1970
};

/// All proofs of a text. Throws Error{integrity} unless each is good, and, where a cosigner is given, cosigned by them.
std::vector<Proved> verify_proofs(std::string_view text, const LogKeys& keys, std::string_view cosigner_text = {});

}  // namespace moniker::audit
