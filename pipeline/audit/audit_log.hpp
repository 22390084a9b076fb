#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/keyed_hash.hpp"

namespace moniker {

/// One event. Values are numbers, digests, IDs, codes and names of rules, labels and files of ours: never words
/// of a transcript.
struct ReplacementRecord {
  std::uint64_t turn = 0;                // number of the utterance in the output
  std::uint32_t begin = 0, end = 0;      // bytes of the replacement in the turn's text
  std::string label{}, rule{}, by{};     // by: the pseudonym that stands there
  float score = 0;
  Digest was{};                          // keyed hash of what was replaced
};

/// The log: JSON lines {"n":..,"time":..,"event":..,...,"prev":"<hex of the digest of the line before>"}; each line is
/// written and synced before append() returns. A torn last line (power lost while writing) is cut on opening and the
/// cut is itself recorded.
class AuditLog {
 public:
  AuditLog(const std::filesystem::path& file, Clock clock);
  ~AuditLog();
  using Value = std::variant<std::string, std::int64_t, bool>;
  using Fields = std::vector<std::pair<std::string, Value>>;
  void append(std::string_view event, const Fields& fields);
  /// One transcript's replacements: records of at most a few hundred replacements each.
  void append_replacements(std::string_view transcript, const std::vector<ReplacementRecord>& replacements);
  std::uint64_t records() const;
  Digest head() const;       // digest of the last line
  void sync();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The first thing that is wrong with a log, if anything is: an edited, removed, inserted or reordered record, or a
/// cut-off end (the signed head tells).
struct AuditFault {
  std::uint64_t line = 0;
  std::string what{}, remedy{};
};
struct AuditReport {
  std::uint64_t records = 0, signed_records = 0;
  std::vector<AuditFault> faults{};
};
/// `signature_file` and `public_key_file` may be missing: then that is a fault.
AuditReport verify_audit(const std::filesystem::path& log, const std::filesystem::path& signature_file,
                         const std::filesystem::path& public_key_file);

}  // namespace moniker
