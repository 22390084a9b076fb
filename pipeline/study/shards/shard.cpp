#include "shards/shard.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "moniker/error.hpp"
#include "opened/opened_study.hpp"
#include "shards/merge.hpp"
#include "shards/plan.hpp"

namespace moniker::study {
namespace {

[[noreturn]] void refuse(const StudyLayout& layout, std::string what, std::string remedy) {
  throw Error(
      {.fault = Fault::usage, .file = layout.root.string(), .what = std::move(what), .remedy = std::move(remedy)});
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

}  // namespace

std::filesystem::path plan_file(const StudyLayout& layout) { return layout.work() / "plan.json"; }
std::filesystem::path shards_folder(const StudyLayout& layout) { return layout.work() / "shards"; }
std::filesystem::path shard_folder(const StudyLayout& layout, unsigned number, unsigned count) {
  return shards_folder(layout) / fmt::format("{}-of-{}", number, count);
}
std::filesystem::path shard_log(const StudyLayout& layout, const ShardChoice& shard) {
  return shard_folder(layout, shard.number, shard.count) / (shard.step + ".jsonl");
}
std::filesystem::path shard_marker(const StudyLayout& layout, const ShardChoice& shard) {
  return shard_folder(layout, shard.number, shard.count) / (shard.step + ".done");
}
std::filesystem::path assigned_marker(const StudyLayout& layout) { return shards_folder(layout) / "assigned"; }

std::filesystem::path ready_shard_folder(const StudyLayout& layout, const ShardChoice& shard) {
  plan_of(layout, shard);
  const auto folder = shard_folder(layout, shard.number, shard.count);
  make_private_folder(folder);
  return folder;
}

std::set<std::string> files_of_shard(const StudyLayout& layout, const ShardChoice& shard) {
  std::set<std::string> keys;
  for (const PlannedFile& file : plan_of(layout, shard).files) {
    if (file.shard == shard.number) keys.insert(file.key);
  }
  return keys;
}

std::string begin_step(OpenedStudy& study) {
  if (!study.options.shard) {
    take_over_shards(study);
    return {};
  }
  const ShardChoice& shard = *study.options.shard;
  std::filesystem::remove(shard_marker(study.layout, shard));
  if (shard.step != "apply") return {};
  std::string went_by = digest_of_assigned(study.layout);
  if (went_by.empty()) {
    refuse(study.layout, "the study was not assigned since it was planned",
           "scan every shard, then run `moniker assign`");
  }
  return went_by;
}

void end_step(OpenedStudy& study, const std::string& went_by) {
  if (!study.options.shard) return;
  const ShardChoice& shard = *study.options.shard;
  study.audit.sync();
  const nlohmann::ordered_json json{
      {"records", study.audit.records()}, {"head", hex(study.audit.head())}, {"went_by", went_by}};
  publish(shard_marker(study.layout, shard), json.dump() + "\n");
}

std::string digest_of_scans(const StudyLayout& layout, const ShardPlan& plan) {
  Hasher hasher;
  for (unsigned number = 1; number <= plan.shards; ++number) {
    hasher.take_field(read_file(shard_marker(layout, {"scan", number, plan.shards})));
  }
  return hex(hasher.finish());
}

std::string digest_of_assigned(const StudyLayout& layout) {
  const auto file = assigned_marker(layout);
  return std::filesystem::exists(file) ? hex(digest_of(read_file(file))) : std::string();
}

}  // namespace moniker::study
