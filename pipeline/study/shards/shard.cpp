#include "shards/shard.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/remove_files.hpp"
#include "moniker/error.hpp"
#include "shards/merge.hpp"
#include "shards/plan.hpp"

namespace moniker::study {
namespace {

[[noreturn]] void refuse(const StudyLayout& layout, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {layout.root.string()});
}

/// The plan that the shard belongs to.
ShardPlan plan_of(const StudyLayout& layout, const ShardChoice& shard) {
  const auto plan = read_plan(layout);
  if (!plan) {
    refuse(layout, "the study has no plan, or it was finished",
           fmt::format("run `moniker plan STUDY --shards {}` first", shard.count));
  }
  if (plan->shards != shard.count) {
    refuse(
        layout, fmt::format("the plan has {} shards, not {}", plan->shards, shard.count),
        fmt::format("name the shard {}/{}, or plan again with --shards {}", shard.number, plan->shards, shard.count));
  }
  return *plan;
}

/// A task that was put back into the queue may start while its killed self lingers.
constexpr auto patience = std::chrono::minutes(2);

std::filesystem::path marker_of(const StudyLayout& layout, const ShardChoice& shard) {
  return layout.shard(shard.number, shard.count).marker(shard.step);
}

}  // namespace

BookPlaces ready_shard(const StudyLayout& layout, const ShardChoice& shard) {
  plan_of(layout, shard);
  const ShardLayout own = layout.shard(shard.number, shard.count);
  make_private_folder(own.folder);
  return {.lock = own.lock(), .ledger = own.ledger(), .log = own.log(shard.step), .patience = patience};
}

std::set<std::string> files_of_shard(const StudyLayout& layout, const ShardChoice& shard) {
  std::set<std::string> keys;
  for (const PlannedFile& file : plan_of(layout, shard).files) {
    if (file.shard == shard.number) keys.insert(file.key);
  }
  return keys;
}

std::string begin_step(const StudyLayout& layout, const RunOptions& options, Books& books) {
  if (!options.shard) {
    take_over_shards(layout, books, options.clock);
    return {};
  }
  remove_whole(marker_of(layout, *options.shard));
  if (options.shard->step != "apply") return {};
  std::string went_by = digest_of_assigned(layout);
  if (went_by.empty()) {
    refuse(layout, "the study was not assigned since it was planned", "scan every shard, then run `moniker assign`");
  }
  return went_by;
}

void end_step(const StudyLayout& layout, const RunOptions& options, audit::AuditLog& audit,
              const std::string& went_by) {
  if (!options.shard) return;
  audit.sync();
  const nlohmann::ordered_json json{{"records", audit.records()}, {"head", hex(audit.head())}, {"went_by", went_by}};
  publish(marker_of(layout, *options.shard), json.dump() + "\n");
}

std::string digest_of_scans(const StudyLayout& layout, const ShardPlan& plan) {
  Hasher hasher;
  for (unsigned number = 1; number <= plan.shards; ++number) {
    hasher.take_field(read_file(layout.shard(number, plan.shards).marker("scan")));
  }
  return hex(hasher.finish());
}

std::string digest_of_assigned(const StudyLayout& layout) {
  const auto file = layout.assigned_marker();
  return std::filesystem::exists(file) ? hex(digest_of(read_file(file))) : std::string();
}

}  // namespace moniker::study
