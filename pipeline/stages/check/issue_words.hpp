#pragma once
#include <optional>
#include <vector>

#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "moniker/study_report.hpp"

namespace moniker::check {

/// An issue with the words of the issue table and the severity that this study gives it; of one that is about a row of
/// the register, the row; of one that is about another transcript, its ID.
ReportIssue in_words(const FileIssue& issue, const CheckRules& rules);

/// Worst first; a failure's own words stand before all.
std::vector<ReportIssue> in_words(const std::vector<FileIssue>& issues, const std::optional<Problem>& failure,
                                  const CheckRules& rules);

}  // namespace moniker::check
