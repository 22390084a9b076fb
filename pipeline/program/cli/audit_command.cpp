#include "audit/show.hpp"
#include "audit/verify_page.hpp"
#include "base/layout.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "steps/audited_outputs.hpp"

namespace moniker::cli {
namespace {

int show_log(const Arguments& arguments, Terminal& terminal, const std::filesystem::path& log) {
  JsonList list(arguments, terminal);
  if (list.wanted())
    audit::read_records(log, [&](nlohmann::ordered_json record) { list.add(std::move(record)); });
  else
    audit::show_audit(log, [&](const std::string& line) { terminal.print(line + "\n"); });
  list.finish();
  return 0;
}

std::filesystem::path public_key_of(const Arguments& arguments, const std::filesystem::path& study) {
  if (arguments.has("public-key")) return arguments.value("public-key");
  return study::read_config(study).signing_public_key;
}

}  // namespace

int run_audit(const Arguments& arguments, Terminal& terminal) {
  const std::filesystem::path study = arguments.rest.at(1);
  const StudyLayout layout{study};
  if (arguments.rest.front() == "show") return show_log(arguments, terminal, layout.audit_log());
  const audit::AuditReport report = study::verify_study(layout, public_key_of(arguments, study));
  show(arguments, terminal, report);
  if (!arguments.has("json")) {
    for (const Problem& problem : audit::problems_of(report, layout.audit_log())) terminal.complain(problem);
  }
  return report.faults.empty() ? 0 : static_cast<int>(Fault::integrity);
}

}  // namespace moniker::cli
