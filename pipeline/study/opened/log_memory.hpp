#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/audit_log.hpp"
#include "audit/events.hpp"
#include "base/layout.hpp"

namespace moniker::study {

/// A root that a record names: keyed over what a database held then, and over the record's number, so that it stands
/// for nothing in another place.
struct NamedRoot {
  std::uint64_t line = 0;
  std::string root{};
};

/// What the log remembers of a study, whatever became of the study's files.
struct LogMemory {
  std::set<std::string> withdrawn{};  // IDs of those whose withdrawal was begun, unless its record had to go
  std::set<std::string> released{};   // IDs of those whose record had to go: it masks them no more
  std::map<std::uint64_t, std::string> decided{};  // digests of decisions, by number
  /// What the registry may be: as the last run that ended left it, or as one that did not was about to make it. Empty:
  /// the log does not say, as that of an older moniker.
  std::vector<NamedRoot> registry{};
  /// The first of a study's registries was about to be made, and nothing was published by it: it may be empty still.
  bool registry_may_be_empty = false;
  std::uint64_t finished = 0;                         // the record of the last run that ended; 0: none did
  std::string ledger{};                               // root of the ledger as it ended; empty: the log does not say
  std::vector<audit::events::DeletionBegun> going{};  // begun, and not logged as done
};

/// That what was begun is done.
audit::events::Deleted deleted(const audit::events::DeletionBegun& event);

/// Logs what an interrupted call took away and did not come to log: of what was begun, that of which it is so.
void log_what_went(const LogMemory& memory, audit::AuditLog& log,
                   const std::function<bool(const audit::events::DeletionBegun&)>& went);

/// Throws Error{integrity} as audit::for_each_event() does.
LogMemory read_log_memory(const StudyLayout& layout);

/// Nobody goes by a log that is not as it was signed; records that are not signed yet, as an interrupted run leaves
/// them, are the study's own. Where there is no public key the log is not judged. Throws Error{integrity}.
void require_good_log(const StudyLayout& layout, const std::filesystem::path& public_key,
                      const std::filesystem::path& witness = {});

}  // namespace moniker::study
