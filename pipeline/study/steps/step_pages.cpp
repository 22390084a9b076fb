// Counts, named as their members are; and the page of a whole run.
#include "steps/step_pages.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/render.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

std::string counts(const Json& all) {
  std::string line;
  for (const auto& [name, count] : all.items())
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count.dump(), name);
  return line + "\n";
}

}  // namespace

Json as_json(const ScanResult& r) { return {{"transcripts", r.transcripts}, {"scanned", r.scanned}}; }

Json as_json(const AssignResult& r) {
  return {{"transcripts", r.transcripts},
          {"entities", r.entities},
          {"learned", r.learned},
          {"surrogates", r.surrogates},
          {"surrogates_shared", r.surrogates_shared},
          {"quarantined", r.quarantined}};
}

Json as_json(const ApplyResult& r) {
  return {{"published", r.published}, {"unchanged", r.unchanged}, {"quarantined", r.quarantined}};
}

std::string as_text(const ScanResult& result, const Style&) { return counts(as_json(result)); }
std::string as_text(const AssignResult& result, const Style&) { return counts(as_json(result)); }
std::string as_text(const ApplyResult& result, const Style&) { return counts(as_json(result)); }

Json as_json(const RunPage& page) { return as_json(page.report); }

std::string as_text(const RunPage& page, const Style& style) {
  return closing_table(page.report, style) +
         fmt::format(
             "  sealed transcripts in out/, linkage in linkage/, audit log of {} records in audit/, report in "
             "reports/run.md\n",
             page.report.audit_records);
}

}  // namespace moniker::study
