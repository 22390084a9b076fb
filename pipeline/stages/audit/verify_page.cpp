// Good, or what is wrong where.
#include "audit/verify_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace moniker::audit {

using OrderedJson = nlohmann::ordered_json;

std::string as_text(const AuditReport& report, const Style& style) {
  if (!report.faults.empty()) return {};
  return fmt::format("{}good{}: {} records, unbroken, signed; every sealed file is the one that the log names{}\n",
                     style.green, style.plain, report.records,
                     report.own_key ? " (by the study's own copy of the key)" : "");
}

OrderedJson as_json(const AuditReport& report) {
  OrderedJson faults = OrderedJson::array();
  for (const AuditFault& fault : report.faults)
    faults.push_back({{"line", fault.line}, {"what", fault.what}, {"remedy", fault.remedy}});
  return {{"records", report.records}, {"signed", report.signed_records}, {"faults", std::move(faults)}};
}

std::vector<Problem> problems_of(const AuditReport& report, const std::filesystem::path& log) {
  std::vector<Problem> all;
  for (const AuditFault& fault : report.faults) {
    all.push_back({.fault = Fault::integrity,
                   .file = log.string(),
                   .at = {static_cast<std::uint32_t>(fault.line), 0},
                   .what = fault.what,
                   .remedy = fault.remedy});
  }
  return all;
}

}  // namespace moniker::audit
