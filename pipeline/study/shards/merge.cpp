// MERGE: one log and one ledger of what shards did. The plan says where the study's log stood when it was made. What a
// record says (all but its number and its link) stays the same when it is taken over, so the records that stand behind
// that place tell, after a crash as well, which of the shards' records are there already: nothing else is remembered.
#include "shards/merge.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/bounded_json.hpp"
#include "base/byte_source.hpp"
#include "base/json_number.hpp"
#include "base/remove_files.hpp"
#include "moniker/error.hpp"
#include "shards/plan.hpp"
#include "shards/shard.hpp"
#include "shards/shard_records.hpp"

namespace moniker::study {
namespace {

using Locks = std::vector<std::unique_ptr<Lock>>;

/// As long as these are held no shard runs, and what is left of temporary files is nobody's.
Locks lock_shards(const StudyLayout& layout, const ShardPlan& plan) {
  constexpr std::chrono::seconds patience(10);  // a killed task may linger
  Locks locks;
  for (unsigned number = 1; number <= plan.shards; ++number) {
    const ShardLayout own = layout.shard(number, plan.shards);
    if (!std::filesystem::exists(own.folder)) continue;
    try {
      locks.push_back(std::make_unique<Lock>(own.lock(), patience));
    } catch (const Error& error) {
      const Problem& problem = error.problem();
      throw Error(problem.fault, fmt::format("shard {}/{}: {}", number, plan.shards, problem.what),
                  "wait until it has ended, or cancel it", {problem.file, problem.at});
    }
  }
  for (const auto& place : {layout.out(), layout.work()}) remove_stale(place);
  return locks;
}

ShardEnd read_end(const std::filesystem::path& file) {
  try {
    const auto json = parse_json(read_file(file));
    return {.records = whole_number<std::uint64_t>(json.at("records")),
            .head = json.at("head").get<std::string>(),
            .went_by = json.at("went_by").get<std::string>()};
  } catch (const nlohmann::json::exception&) {
    throw Error::integrity("the shard's marker is damaged",
                           "delete it and run the shard again: what it did is not done twice", {file.string()});
  }
}

/// Every shard's end; the first that has none stops the merge.
std::vector<ShardEnd> require_ended(const StudyLayout& layout, const ShardPlan& plan, const std::string& step) {
  std::vector<ShardEnd> ends;
  for (unsigned number = 1; number <= plan.shards; ++number) {
    const auto marker = layout.shard(number, plan.shards).marker(step);
    if (!std::filesystem::exists(marker)) {
      throw Error::usage(
          fmt::format("{} of shard {}/{} has not ended", step, number, plan.shards),
          fmt::format("run `moniker {} STUDY --shard {}/{}` (its array task) again, or `moniker run STUDY`, "
                      "which does the rest on this machine",
                      step, number, plan.shards),
          {layout.root.string()});
    }
    ends.push_back(read_end(marker));
  }
  return ends;
}

void require_planned(const StudyLayout& layout, const std::vector<Delivered>& files, const ShardPlan& plan) {
  std::set<std::string> keys;
  for (const PlannedFile& file : plan.files) keys.insert(file.key);
  for (const Delivered& file : files) {
    if (keys.contains(file.key)) continue;
    throw Error::usage(
        "a file was delivered after the study was planned",
        fmt::format("run `moniker plan STUDY --shards {}` and scan again: what is done is not done twice", plan.shards),
        {layout.incoming().string()});
  }
}

/// The log that a shard closed, whole. One that never ended is taken as it is, less a torn last line.
void add_records(ShardRecords& records, const StudyLayout& layout, const ShardChoice& shard, const ShardEnd* end,
                 const Clock& clock) {
  const auto log = layout.shard(shard.number, shard.count).log(shard.step);
  if (!end && !std::filesystem::exists(log)) return;
  if (!end) audit::AuditLog(log, clock);
  const audit::SignedHead now = records.add(log);
  if (!end || (now.records == end->records && hex(now.head) == end->head)) return;
  throw Error::integrity(
      fmt::format("the log of shard {}/{} is not the one that the shard closed", shard.number, shard.count),
      "find out who touched it, and restore it from a copy", {log.string()});
}

/// What shards' logs and ledgers are merged into.
struct Merging {
  const StudyLayout& layout;
  Books& books;
  const Clock& clock;
};

void merge_logs(const Merging& into, const ShardPlan& plan, const std::string& step,
                const std::vector<ShardEnd>& ends) {
  ShardRecords records(plan);
  for (unsigned number = 1; number <= plan.shards; ++number) {
    add_records(records, into.layout, {step, number, plan.shards}, ends.empty() ? nullptr : &ends[number - 1],
                into.clock);
  }
  records.take_into(into.books.audit, into.layout.audit_log());
}

/// What a shard's ledger knows counts, and what it forgot (a transcript withdrawn) is forgotten.
void merge_ledgers(const StudyLayout& layout, Ledger& into, const ShardPlan& plan, const std::string& step) {
  for (unsigned number = 1; number <= plan.shards; ++number) {
    const auto file = layout.shard(number, plan.shards).ledger();
    if (!std::filesystem::exists(file)) continue;
    const Ledger ledger(file, Ledger::Use::alone);
    into.begin();
    for (const PlannedFile& planned : plan.files) {
      if (planned.shard != number) continue;
      if (const auto entry = ledger.find(step, planned.key)) {
        into.set(step, planned.key, entry->input, entry->output);
      } else {
        into.erase(step, planned.key);
      }
    }
    into.commit();
  }
}

/// The log first: an entry says that its records are there.
void merge(const Merging& into, const ShardPlan& plan, const std::string& step, const std::vector<ShardEnd>& ends) {
  merge_logs(into, plan, step, ends);
  merge_ledgers(into.layout, into.books.ledger, plan, step);
}

void require_assigned(const StudyLayout& layout, const ShardPlan& plan) {
  const auto file = layout.assigned_marker();
  if (std::filesystem::exists(file)) {
    const auto json = parse_any_json(read_file(file));
    if (json.is_object() && json.contains("scans") && json["scans"] == digest_of_scans(layout, plan)) return;
  }
  throw Error::usage("the study was not assigned since it was scanned", "run `moniker assign`, then apply every shard",
                     {layout.root.string()});
}

}  // namespace

void merge_scans(const StudyLayout& layout, const std::vector<Delivered>& files, Books& books, const Clock& clock) {
  const auto plan = read_plan(layout);
  if (!plan) return;
  require_planned(layout, files, *plan);
  const Locks locks = lock_shards(layout, *plan);
  merge({layout, books, clock}, *plan, "scan", require_ended(layout, *plan, "scan"));
}

void merge_applies(const StudyLayout& layout, const std::vector<Delivered>& files, Books& books, const Clock& clock) {
  const auto plan = read_plan(layout);
  if (!plan) return;
  require_planned(layout, files, *plan);
  const Locks locks = lock_shards(layout, *plan);
  require_ended(layout, *plan, "scan");
  require_assigned(layout, *plan);
  const std::vector<ShardEnd> ends = require_ended(layout, *plan, "apply");
  for (unsigned number = 1; number <= plan->shards; ++number) {
    if (ends[number - 1].went_by == digest_of_assigned(layout)) continue;
    throw Error::usage(fmt::format("shard {}/{} was applied before the study was assigned last", number, plan->shards),
                       fmt::format("run `moniker apply STUDY --shard {}/{}` again", number, plan->shards),
                       {layout.root.string()});
  }
  merge({layout, books, clock}, *plan, "apply", ends);
}

void take_over_shards(const StudyLayout& layout, Books& books, const Clock& clock) {
  const auto plan = read_plan(layout);
  if (!plan) return;
  const Locks locks = lock_shards(layout, *plan);
  for (const char* step : {"scan", "apply"}) merge({layout, books, clock}, *plan, step, {});
  drop_plan(layout);
}

void mark_assigned(const StudyLayout& layout, const Digest& map) {
  const auto plan = read_plan(layout);
  if (!plan) return;
  const nlohmann::ordered_json json{{"scans", digest_of_scans(layout, *plan)}, {"map", hex(map)}};
  publish(layout.assigned_marker(), json.dump() + "\n");
}

void drop_plan(const StudyLayout& layout) {
  remove_whole(layout.plan());
  sync_folder(layout.work());
  remove_whole(layout.shards());
}

}  // namespace moniker::study
