#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "moniker/study_report.hpp"

namespace moniker::study {

/// The closing table of a run, as lines for a terminal of at least 72 columns.
std::string closing_table(const StudyReport& report, const Style& style);

/// The same for machines, and as a page to keep: reports/run.json and reports/run.md.
nlohmann::ordered_json as_json(const StudyReport& report);
std::string report_json(const StudyReport& report);
std::string report_markdown(const StudyReport& report);

}  // namespace moniker::study
