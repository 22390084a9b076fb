#pragma once
#include <string>

#include "moniker/study_report.hpp"

namespace moniker::study {

/// How words may be set off on a terminal; all empty elsewhere.
struct Style {
  std::string_view bold{}, dim{}, green{}, yellow{}, red{}, plain{};
};
const Style& no_style();
const Style& terminal_style();

/// The closing table of a run, as lines for a terminal of at least 72 columns.
std::string closing_table(const StudyReport& report, const Style& style);

/// One issue as two lines: what and where, then the remedy.
std::string issue_lines(const std::string& shown, const ReportIssue& issue, const Style& style);

/// The same for machines, and as a page to keep: reports/run.json and reports/run.md.
std::string report_json(const StudyReport& report);
std::string report_markdown(const StudyReport& report);

}  // namespace moniker::study
