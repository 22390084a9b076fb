#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "audit/audit_log.hpp"
#include "base/style.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {

/// What verification says of a log. Its faults are told as errors are, in their places: problems_of().
std::string as_text(const AuditReport& report, const Style& style);
nlohmann::ordered_json as_json(const AuditReport& report);
std::vector<Problem> problems_of(const AuditReport& report, const std::filesystem::path& log);

}  // namespace moniker::audit
