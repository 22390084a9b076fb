#pragma once
#include <optional>
#include <vector>

#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "moniker/study_report.hpp"

namespace moniker {

/// An issue with the words of the issue table and the severity that this study gives it.
ReportIssue in_words(const Issue& issue, const StudyConfig& config);

/// Issues of one code and place-less repeats brought together, worst first; a failure's own words stand first.
std::vector<ReportIssue> in_words(const std::vector<Issue>& issues, const std::optional<Problem>& failure,
                                  const StudyConfig& config);

}  // namespace moniker
