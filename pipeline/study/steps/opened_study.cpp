#include "steps/opened_study.hpp"

#include "base/atomic_file.hpp"
#include "base/remove_files.hpp"
#include "config/rehearsed.hpp"
#include "decisions/decision_log.hpp"
#include "opened/log_memory.hpp"
#include "opened/roots.hpp"
#include "shards/plan.hpp"
#include "shards/shard.hpp"

namespace moniker::study {
namespace {

/// What runs that were killed left half written.
void sweep(const StudyLayout& layout) {
  if (std::filesystem::exists(rehearsal_place(layout.root))) remove_whole(rehearsal_place(layout.root));
  for (const auto& place : {layout.linkage(), layout.reports(), layout.audit(), layout.withdrawn(),
                            layout.certificates(), layout.decisions(), layout.keys()}) {
    remove_stale(place);
  }
  // While there is a plan these two may hold what a shard is writing: the merge clears them, when no shard runs.
  if (read_plan(layout)) return;
  for (const auto& place : {layout.out(), layout.work()}) remove_stale(place);
}

/// Whether it lay at a path of the study and does not any more. Deliveries, which the log calls by no path, retention
/// sees to.
bool went(const StudyLayout& layout, const audit::events::DeletionBegun& event) {
  const bool has_path = event.what == "work" || event.what == "linkage";
  return has_path && !std::filesystem::exists(layout.root / event.name);
}

BookPlaces places_of(const StudyLayout& layout, const RunOptions& options) {
  if (options.shard) return ready_shard(layout, *options.shard);
  return {.lock = layout.lock(), .ledger = layout.ledger(), .log = layout.audit_log()};
}

}  // namespace

OpenedStudy::OpenedStudy(const std::filesystem::path& folder, RunOptions given)
    : options(std::move(given)),
      study(read_study(folder, options.key)),
      rules(load_rules(study.config, options)),
      keys(read_keys(study.config, options.key)),
      decided(study, rules.set, keys),
      books(places_of(study.layout, options), options.clock) {
  check_names(study.config, rules.set);
  require_good_log(study.layout, study.config.signing_public_key, study.config.witness);
  const LogMemory memory = read_log_memory(study.layout);
  require_withdrawals(study, memory, options.withdrawing);
  require_decisions(study.layout, decided.all(), memory);
  if (options.shard) {
    shard_files = files_of_shard(study.layout, *options.shard);
  } else {
    sweep(study.layout);
    require_registry(study.layout, {keys.registry, keys.roots}, memory);
    require_ledger(study.layout, books.ledger, keys, memory);
    log_decisions(study.layout, decided.all(), books);
    log_what_went(memory, books.audit, [&](const auto& event) { return went(study.layout, event); });
  }
}

std::unique_ptr<OpenedStudy> open_study(const std::filesystem::path& folder, RunOptions options) {
  return std::make_unique<OpenedStudy>(folder, std::move(options));
}

}  // namespace moniker::study
