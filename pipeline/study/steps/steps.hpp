#pragma once
#include <cstddef>

#include "moniker/study_report.hpp"
#include "shards/plan.hpp"
#include "steps/opened_study.hpp"

namespace moniker::study {

/// The four steps. Each leaves what it learnt in work/, sealed, and what it finished in the ledger, so that any of
/// them can be run again, by another process, after any interruption: what is done already is not done again.

struct ScanResult {
  std::size_t transcripts = 0, scanned = 0;  // scanned: not taken from an earlier run
};
ScanResult scan_study(OpenedStudy& opened);

struct AssignResult {
  std::size_t transcripts = 0, quarantined = 0, entities = 0, learned = 0;
  std::size_t surrogates = 0;         // entities that are called by another name now
  std::size_t surrogates_shared = 0;  // given in an earlier run to what is somebody's real name, as this one shows
};
/// Throws Error{usage} when a delivered file has not been scanned yet.
AssignResult assign_study(OpenedStudy& opened);

struct ApplyResult {
  std::size_t published = 0, unchanged = 0, quarantined = 0;
};
/// Throws Error{usage} when the study was not assigned, or a file changed since it was scanned.
ApplyResult apply_study(OpenedStudy& opened);

/// Closes the audit log as it stands with a signature. Throws Error{usage} without a signing key.
void sign_audit(const Study& study, audit::AuditLog& audit);

/// Linkage, attributes, reports and the signed head of the audit log. Throws Error{usage}, and makes nothing, when a
/// transcript that may be written was not applied.
StudyReport finish_study(OpenedStudy& opened);

/// All four.
StudyReport run_study(OpenedStudy& opened);

/// Cuts the study for several machines. Throws Error{usage} while a shard of an earlier plan is running.
ShardPlan plan_study(OpenedStudy& opened, unsigned shards);

}  // namespace moniker::study
