#pragma once
#include <filesystem>
#include <vector>

#include "check/checker.hpp"
#include "moniker/study_report.hpp"

namespace moniker::look {

/// The check stage alone over some files: what `moniker check` shows.
struct CheckedFile {
  std::string shown{};
  check::TranscriptFacts facts{};
  std::vector<ReportIssue> issues{};  // worst first
};

/// Reads every file and checks it, then the delivery as a whole when `people` are known. Needs no key and no rule.
/// The last entries may be files that the register expects and that are not there.
std::vector<CheckedFile> check_delivered(const check::CheckRules& rules, const Register& people,
                                         const words::Language& language,
                                         const std::vector<std::filesystem::path>& files);

}  // namespace moniker::look
