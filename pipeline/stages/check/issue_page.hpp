#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "moniker/study_report.hpp"

namespace moniker::check {

/// One issue as two lines: what and where, then the remedy.
std::string issue_lines(const std::string& shown, const ReportIssue& issue, const Style& style);
/// The same of all that are there, in their order; of one kind twenty, and how many more there are.
std::string issues_text(const std::string& shown, const std::vector<ReportIssue>& issues, const Style& style);
nlohmann::ordered_json issue_json(const ReportIssue& issue);

/// Every issue that there is, with its severity: the issue table as a page.
std::string issue_table_text(const Style& style);
nlohmann::ordered_json issue_table_json();

}  // namespace moniker::check
