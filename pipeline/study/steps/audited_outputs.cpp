// What lies in a study held against what its log names: every file that is named must be there as it was written, and
// in the folders whose files are handed on nothing else may lie.
#include "steps/audited_outputs.hpp"

#include <fmt/format.h>

#include "audit/named_files.hpp"
#include "shards/plan.hpp"

namespace moniker::study {
namespace {

audit::NamedFiles named_files(const StudyLayout& layout) {
  audit::NamedFiles files(layout);
  files.read(layout.audit_log());
  if (const auto plan = read_plan(layout)) {
    for (unsigned number = 1; number <= plan->shards; ++number)
      files.read(layout.shard(number, plan->shards).log("apply"), true);
  }
  return files;
}

}  // namespace

std::vector<audit::AuditFault> check_outputs(const StudyLayout& layout) {
  std::vector<audit::AuditFault> faults;
  const audit::NamedFiles files = named_files(layout);
  for (const auto& [name, named] : files.all()) {
    if (auto fault = audit::fault_of(layout, name, named)) faults.push_back(std::move(*fault));
  }
  for (const auto& folder : {layout.out(), layout.linkage()}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (files.find(entry.path())) continue;
      faults.push_back(
          {0, fmt::format("{} is not in the log", files.name_of(entry.path())), "find out where it came from"});
    }
  }
  return faults;
}

audit::AuditReport verify_study(const StudyLayout& layout, const std::filesystem::path& public_key) {
  audit::AuditReport report = audit::verify_audit(layout.audit_log(), layout.audit_signature(), public_key);
  if (report.faults.empty()) report.faults = check_outputs(layout);
  return report;
}

}  // namespace moniker::study
