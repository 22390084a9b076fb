#pragma once
#include <set>
#include <string>

#include "base/layout.hpp"
#include "opened/books.hpp"
#include "opened/options.hpp"

namespace moniker::study {

struct ShardPlan;

/// A step's end as its marker tells: where its log ended, and what it went by (nothing for a scan, else the assigned
/// marker).
struct ShardEnd {
  std::uint64_t records = 0;
  std::string head{}, went_by{};
};

/// Where a shard's books lie, in a folder that is made where it is missing. Throws Error{usage} when the study has no
/// plan, or one of another size.
BookPlaces ready_shard(const StudyLayout& layout, const ShardChoice& shard);
/// Keys of the files that are the shard's.
std::set<std::string> files_of_shard(const StudyLayout& layout, const ShardChoice& shard);

/// Round every scan and apply. A shard takes its marker away and puts it back, with what it went by; a whole study's
/// step first takes over what shards did, and goes on without a plan.
std::string begin_step(const StudyLayout& layout, const RunOptions& options, Books& books);
void end_step(const StudyLayout& layout, const RunOptions& options, audit::AuditLog& audit, const std::string& went_by);

/// What assign vouches for: the scans, as their markers tell, and what it made of them.
std::string digest_of_scans(const StudyLayout& layout, const ShardPlan& plan);
std::string digest_of_assigned(const StudyLayout& layout);  // empty while there is none

}  // namespace moniker::study
