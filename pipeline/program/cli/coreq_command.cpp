#include "base/atomic_file.hpp"
#include "cli/asker.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "coreq/coreq_page.hpp"

namespace moniker::cli {

int run_coreq(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.at(0)};
  const std::vector<std::string> files = arguments.values("output");
  for (const std::string& file : files) {
    custodian::check_coreq_file(file);
    if (std::filesystem::exists(file)) throw Error::usage("is there already", "name a file that is not there", {file});
  }
  const study::StudyConfig config = study::read_config(layout.root);
  const custodian::FactsRequest request{
      .asker = asker_of(arguments, config, "coreq"),
      .files = files.size(),
      .consent_required = {config.checks.consent_required.begin(), config.checks.consent_required.end()}};
  const custodian::CoreqPage page{
      custodian::gather_facts(layout, request, [] { return std::chrono::system_clock::now(); })};
  for (const std::string& file : files) publish(file, custodian::coreq_file(page, file), AtomicFile::IfThere::refuse);
  show(arguments, terminal, page);
  for (const std::string& file : files) terminal.say("moniker: the checklists are " + file + "\n");
  return 0;
}

}  // namespace moniker::cli
