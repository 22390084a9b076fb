#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "audit/audit_log.hpp"
#include "audit/show.hpp"
#include "base/layout.hpp"
#include "cli/command.hpp"
#include "config/config.hpp"
#include "steps/audited_outputs.hpp"

namespace moniker::cli {
namespace {

int show(const StudyLayout& layout, Terminal& terminal) {
  audit::show_audit(layout.audit_log(), [&](const std::string& line) { terminal.print(line + "\n"); });
  return 0;
}

audit::AuditReport verified(const StudyLayout& layout, const std::filesystem::path& public_key) {
  const auto log = layout.audit_log();
  audit::AuditReport report = audit::verify_audit(log, layout.audit_signature(), public_key);
  if (report.faults.empty()) {
    for (audit::AuditFault& fault : study::check_outputs(layout)) report.faults.push_back(std::move(fault));
  }
  return report;
}

std::filesystem::path public_key_of(const Arguments& arguments, const std::filesystem::path& study) {
  if (arguments.has("public-key")) return arguments.value("public-key");
  return study::read_config(study).signing_public_key;
}

}  // namespace

int run_audit(const Arguments& arguments, Terminal& terminal) {
  const std::filesystem::path study = arguments.rest.at(1);
  const StudyLayout layout{study};
  if (arguments.rest.front() == "show") return show(layout, terminal);
  const audit::AuditReport report = verified(layout, public_key_of(arguments, study));
  if (arguments.has("json")) {
    auto faults = nlohmann::ordered_json::array();
    for (const audit::AuditFault& fault : report.faults)
      faults.push_back({{"line", fault.line}, {"what", fault.what}, {"remedy", fault.remedy}});
    terminal.print(
        nlohmann::ordered_json{{"records", report.records}, {"signed", report.signed_records}, {"faults", faults}}.dump(
            2) +
        "\n");
  } else if (report.faults.empty()) {
    terminal.print(
        fmt::format("{}good{}: {} records, unbroken, signed; every sealed file is the one that the log names\n",
                    terminal.out_style().green, terminal.out_style().plain, report.records));
  } else {
    for (const audit::AuditFault& fault : report.faults) {
      terminal.complain({.fault = Fault::integrity,
                         .file = layout.audit_log().string(),
                         .at = {static_cast<std::uint32_t>(fault.line), 0},
                         .what = fault.what,
                         .remedy = fault.remedy});
    }
  }
  return report.faults.empty() ? 0 : static_cast<int>(Fault::integrity);
}

}  // namespace moniker::cli
