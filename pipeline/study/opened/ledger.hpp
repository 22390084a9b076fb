#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"

namespace moniker::study {

/// One finished step of one transcript.
struct LedgerEntry {
  std::string transcript{};  // keyed hash of its file's name, in hex
  Digest input{};            // of everything the step depended on
  std::string output{};      // what the step wants to remember: JSON, never a name
};

/// What the ledger says of a scan: that the file was read once and could not be when it was last looked at; that it
/// never could. Nothing where it was read.
inline constexpr std::string_view unread_now = "unread", never_read = "never read";

/// What is done, so that a run does only what is new. A memory, not a record: deleting it costs time only.
/// SQLite in WAL mode; every set() and erase() is durable against the end of the process when it returns, or,
/// between begin() and commit(), when that returns: many then cost little more than one.
/// Calls may come from several threads, begin() and commit() from the one that writes; what is given are values. Throws
/// Error{integrity} when the file is damaged.
class Ledger {
 public:
  /// `alone`: nobody else has it open, which a network file system needs; WAL shares memory otherwise.
  enum class Use { shared, alone };
  explicit Ledger(const std::filesystem::path& file, Use use = Use::shared);
  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  std::optional<LedgerEntry> find(std::string_view step, std::string_view transcript) const;
  void set(std::string_view step, std::string_view transcript, const Digest& input, std::string_view output);
  void erase(std::string_view step, std::string_view transcript);
  /// Erased for good: durable against power loss too when it returns. Before files go that a step has left: what the
  /// ledger knows is there.
  void forget(std::string_view step, const std::vector<std::string>& transcripts);
  void begin();
  void commit();
  /// Digest of all entries of these steps.
  Digest contents(const std::vector<std::string_view>& steps) const;
  /// Whatever was set is durable against power loss too.
  void settle();
  /// All entries of a step, by transcript.
  std::vector<LedgerEntry> all(std::string_view step) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::study
