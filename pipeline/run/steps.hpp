#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/checker.hpp"
#include "run/opened_study.hpp"
#include "run/transcripts.hpp"

namespace moniker {

/// The four steps. Each leaves what it learnt in work/, sealed, and what it finished in the ledger, so that any of
/// them can be run again, by another process, after any interruption: what is done already is not done again.

struct ScanResult {
  std::size_t transcripts = 0, scanned = 0;   // scanned: not taken from an earlier run
};
ScanResult scan_study(OpenedStudy& study, Shard shard = {});

struct AssignResult {
  std::size_t transcripts = 0, quarantined = 0, entities = 0, learned = 0;
};
/// Throws Error{usage} when a delivered file has not been scanned yet.
AssignResult assign_study(OpenedStudy& study);

struct ApplyResult {
  std::size_t published = 0, unchanged = 0, quarantined = 0;
};
/// Throws Error{usage} when the study was not assigned, or a file changed since it was scanned.
ApplyResult apply_study(OpenedStudy& study, Shard shard = {});

/// What became of one transcript, for people: no words of it, and no file name that names somebody.
struct Outcome {
  enum class State { published, quarantined };
  std::string transcript{};                        // T03
  std::string shown{};                             // its file, fit to be shown
  State state = State::quarantined;
  bool fresh = false;                              // written by this run
  std::uint64_t words = 0, doubtful = 0;           // doubtful: masked, but a person should look
  std::map<std::string, std::uint64_t> replaced{}; // by label
  std::vector<Issue> issues{};
  std::optional<Problem> failure{};
};
struct StudyReport {
  std::string study{};
  std::vector<Outcome> outcomes{};                 // in study order
  std::vector<FileIssue> missing{};                // expected files that are not there
  std::uint64_t audit_records = 0;
};
/// Linkage, attributes, reports and the signed head of the audit log.
StudyReport finish_study(OpenedStudy& study);

/// All four.
StudyReport run_study(OpenedStudy& study);

}  // namespace moniker
