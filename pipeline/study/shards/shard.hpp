#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "base/layout.hpp"
#include "opened/options.hpp"

namespace moniker::study {

struct OpenedStudy;
struct ShardPlan;

/// A shard's own folder holds its lock, its ledger, a log for each step, and a marker for each step that it ended.
std::filesystem::path plan_file(const StudyLayout& layout);
std::filesystem::path shards_folder(const StudyLayout& layout);
std::filesystem::path shard_folder(const StudyLayout& layout, unsigned number, unsigned count);
std::filesystem::path shard_log(const StudyLayout& layout, const ShardChoice& shard);
std::filesystem::path shard_marker(const StudyLayout& layout, const ShardChoice& shard);
/// assign leaves this when it has seen the scans of all shards.
std::filesystem::path assigned_marker(const StudyLayout& layout);

/// A step's end as its marker tells: where its log ended, and what it went by (nothing for a scan, else the assigned
/// marker). The marker is the last thing that a shard writes.
struct ShardEnd {
  std::uint64_t records = 0;
  std::string head{}, went_by{};
};

/// The shard's folder, made where it is missing. Throws Error{usage} when the study has no plan, or one of another
/// size.
std::filesystem::path ready_shard_folder(const StudyLayout& layout, const ShardChoice& shard);
/// Keys of the files that are the shard's.
std::set<std::string> files_of_shard(const StudyLayout& layout, const ShardChoice& shard);

/// Round every scan and apply. A shard takes its marker away and puts it back, with what it went by; a whole study's
/// step first takes over what shards did, and goes on without a plan.
std::string begin_step(OpenedStudy& study);
void end_step(OpenedStudy& study, const std::string& went_by);

/// What assign vouches for: the scans, as their markers tell, and what it made of them.
std::string digest_of_scans(const StudyLayout& layout, const ShardPlan& plan);
std::string digest_of_assigned(const StudyLayout& layout);  // empty while there is none

}  // namespace moniker::study
