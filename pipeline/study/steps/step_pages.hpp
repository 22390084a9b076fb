#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "steps/steps.hpp"

namespace moniker::study {

/// What a step comes to, as a line of counts or as an object of the same names.
nlohmann::ordered_json as_json(const ScanResult& result);
nlohmann::ordered_json as_json(const AssignResult& result);
nlohmann::ordered_json as_json(const ApplyResult& result);
std::string as_text(const ScanResult& result, const Style& style);
std::string as_text(const AssignResult& result, const Style& style);
std::string as_text(const ApplyResult& result, const Style& style);

/// What a run comes to: the closing table and where things are, or reports/run.json.
struct RunPage {
  StudyReport report{};
};
nlohmann::ordered_json as_json(const RunPage& page);
std::string as_text(const RunPage& page, const Style& style);

}  // namespace moniker::study
