// What lies in a study held against what its log names: every file that is named must be there as it was written, and
// in the folders whose files are handed on nothing else may lie.
#include "steps/audited_outputs.hpp"

#include <fmt/format.h>

#include "audit/named_files.hpp"
#include "keys/keys.hpp"
#include "moniker/error.hpp"
#include "opened/roots.hpp"
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

/// Who has no study.key cannot tell, and neither can who may not open the registry: nothing is told then.
std::vector<audit::AuditFault> registry_faults(const StudyLayout& layout, const StudyConfig& config,
                                               const StudyKey& held) {
  if (!held.is_there(config.study_key)) return {};
  try {
    const Secret<32>& key = held.of(config.study_key);
    const Secret<32> registry = derive_key(key, KeyUse::registry), roots = derive_key(key, KeyUse::roots);
    require_registry(layout, {registry, roots}, read_log_memory(layout));
  } catch (const Error& error) {
    if (error.problem().fault != Fault::integrity) return {};
    return {{0, layout.registry().filename().string() + ": " + error.problem().what, error.problem().remedy}};
  }
  return {};
}

}  // namespace

std::vector<audit::AuditFault> check_outputs(const StudyLayout& layout, const Watcher& progress) {
  std::vector<audit::AuditFault> faults;
  const audit::NamedFiles files = named_files(layout);
  Progress so_far{.step = "verify", .total = files.all().size()};
  for (const auto& [name, named] : files.all()) {
    if (auto fault = audit::fault_of(layout, name, named)) faults.push_back(std::move(*fault));
    ++so_far.done;
    if (progress) progress(so_far);
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

audit::AuditReport verify_study(const StudyLayout& layout, const std::filesystem::path& public_key,
                                const std::vector<std::filesystem::path>& heads, const Watcher& progress) {
  audit::AuditReport report = audit::verify_log(layout, public_key, heads);
  if (report.faults.empty()) report.faults = check_outputs(layout, progress);
  return report;
}

audit::AuditReport verify_study(const StudyConfig& config, const std::filesystem::path& public_key,
                                std::vector<std::filesystem::path> heads, const StudyKey& key,
                                const Watcher& progress) {
  const StudyLayout layout{config.folder};
  if (!config.witness.empty()) heads.push_back(config.witness);
  audit::AuditReport report = verify_study(layout, public_key, heads, progress);
  if (report.faults.empty()) report.faults = registry_faults(layout, config, key);
  return report;
}

}  // namespace moniker::study
