#pragma once
#include <vector>

#include "base/layout.hpp"
#include "opened/books.hpp"
#include "opened/transcripts.hpp"

namespace moniker::study {

/// What shards did goes into the study's audit log and ledger, in study order, so that the log is that of a run on one
/// machine but for the times. Each of these may be killed and called again: no record is taken twice and none is lost.
/// All do nothing without a plan, and throw
///   Error{usage}      when a shard is missing, was not ended, is running, or went by another assign;
///   Error{integrity}  when a shard's log is broken or is not the one that the shard closed.

/// assign's: all scans. Throws Error{usage} too when something was delivered that the plan does not know.
void merge_scans(const StudyLayout& layout, const std::vector<Delivered>& files, Books& books, const Clock& clock);
/// finish's: all applies.
void merge_applies(const StudyLayout& layout, const std::vector<Delivered>& files, Books& books, const Clock& clock);
/// Whatever was done, ended or not; the plan and the shards' folders go.
void take_over_shards(const StudyLayout& layout, Books& books, const Clock& clock);

/// assign has seen all scans, and wrote this map.
void mark_assigned(const StudyLayout& layout, const Digest& map);
void drop_plan(const StudyLayout& layout);

}  // namespace moniker::study
