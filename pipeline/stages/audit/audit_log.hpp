#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audit/events.hpp"
#include "base/clock.hpp"
#include "base/keyed_hash.hpp"

namespace moniker::audit {

/// The log: JSON lines {"n":..,"time":..,"event":..,...,"prev":"<hex of the digest of the line before>"}. A
/// torn last line (power lost while writing) is cut on opening, and the cut is itself recorded as the event
/// "recovered". Any thread may call; one process at a time may have the log open. Throws Error{input} when it
/// cannot write, and then refuses everything after: what was not recorded may not happen. Throws
/// Error{integrity} when the log at hand does not end in a record.
class AuditLog {
 public:
  AuditLog(const std::filesystem::path& file, Clock clock);
  ~AuditLog();
  /// Durable on return.
  void append(const Event& event);
  /// The same, made durable by the next append() or sync(), one of which comes before anything is published
  /// that rests on it: many records then share one sync. What is never synced may never be written.
  void add(const Event& event);
  /// A record of another log of this study, taken over with its time and its fields, numbered and chained anew.
  /// Durable by the next append() or sync(). Throws Error{integrity} when it is none.
  void adopt(std::string_view record);
  std::uint64_t records() const;
  Digest head() const;  // digest of the last line; of nothing while there is none
  void sync();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What is wrong with a log: an edited, removed, put in or moved record, a cut-off end (the signed head
/// tells), a signature that is missing or not to be trusted, or records that came after it.
struct AuditFault {
  std::uint64_t line = 0;  // 0: the log as a whole
  std::string what{}, remedy{};
  bool passing = false;  // an interrupted run leaves it, and the next one mends it
};
struct AuditReport {
  std::uint64_t records = 0;         // lines
  std::uint64_t signed_records = 0;  // from the front; 0 unless the signature is good
  bool own_key = false;              // the public key was the study's copy, which whoever forges the log can exchange
  /// Ascending by line, a hundred or so at most. None: every record is as it was written and signed.
  std::vector<AuditFault> faults{};
};
/// `signature_file` and `public_key_file` may be missing: then that is a fault. A log that was added to since
/// it was signed has one fault, "3 records are not yet signed": the records are in order, but nobody vouches
/// for them yet.
AuditReport verify_audit(const std::filesystem::path& log, const std::filesystem::path& signature_file,
                         const std::filesystem::path& public_key_file);

}  // namespace moniker::audit
