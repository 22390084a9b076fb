#pragma once
#include <vector>

#include "base/delivery_folder.hpp"
#include "check/checker.hpp"
#include "moniker/progress.hpp"
#include "moniker/study_report.hpp"

namespace moniker::look {

/// The check stage alone over some files: what `moniker check` shows.
struct CheckedFile {
  std::string shown{};
  bool missing = false;  // the register expects it, and it is not there
  check::TranscriptFacts facts{};
  std::vector<ReportIssue> issues{};  // worst first
};

/// Reads every file and checks it, then the delivery as a whole when `people` are known. Needs no key and no rule.
/// The last entries may be files that the register expects and that are not there.
std::vector<CheckedFile> check_delivered(const check::CheckRules& rules, const Register& people,
                                         const words::Language& language, const std::vector<DeliveryEntry>& files,
                                         const Watcher& progress = {});

}  // namespace moniker::look
