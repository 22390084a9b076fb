#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/audit_log.hpp"
#include "audit/sign.hpp"
#include "shards/plan.hpp"

namespace moniker::study {

/// The places of all records of the shards' logs, by the file that they are about. The records themselves stay on the
/// disk: memory holds a few bytes of each.
class ShardRecords {
 public:
  /// How often each record stands in the log behind the plan's place, by digest of what it says.
  using Taken = std::unordered_map<std::string, std::size_t>;
  explicit ShardRecords(const ShardPlan& plan);
  /// Says where the log ends. Throws Error{integrity} when its chain is broken.
  audit::SignedHead add(const std::filesystem::path& log);
  /// File by file in the plan's order, less what stands behind the plan's place in the log already. Durable on return.
  void take_into(audit::AuditLog& log, const std::filesystem::path& file) const;

 private:
  struct Record {
    std::size_t log = 0;  // in logs_
    std::uint64_t offset = 0;
    std::size_t size = 0;
  };
  /// Empty for a record that names no file (replaced, recovered): it goes with the record behind it, or else with the
  /// one before.
  std::string file_of(std::string_view line) const;
  void take(const std::vector<Record>& records, Taken& taken, audit::AuditLog& audit) const;

  const ShardPlan& plan_;
  std::vector<std::filesystem::path> logs_{};
  std::map<std::string, std::vector<Record>> records_{};
};

}  // namespace moniker::study
