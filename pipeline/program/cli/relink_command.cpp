#include "audit/reason.hpp"
#include "cli/asker.hpp"
#include "cli/show.hpp"
#include "cli/study_operand.hpp"
#include "config/config.hpp"
#include "relink/relink_page.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view notice =
    "moniker: you are about to see who somebody is. Re-identifying people whose data were de-identified, without the\n"
    "moniker: consent of the controller, is an offence (Data Protection Act 2018, section 171). Who asked, for which "
    "ID and\n"
    "moniker: why now stands in the audit log.\n";

}  // namespace

int run_relink(const Arguments& arguments, Terminal& terminal) {
  const auto [study, ids] = study_and_ids(arguments);
  if (terminal.out_is_file()) {
    throw Error::usage("is a file, and who somebody is goes to no file", "let it go to the terminal",
                       {"standard output"});
  }
  audit::check_reason(arguments.value("reason"));
  const study::StudyConfig config = study::read_config(study);
  custodian::RelinkRequest request{.ids = ids, .asker = asker_of(arguments, config, "relink")};
  const custodian::RelinkPage page{
      custodian::relink({.root = study}, request, [] { return std::chrono::system_clock::now(); })};
  terminal.say(notice);
  show(arguments, terminal, page);
  return 0;
}

}  // namespace moniker::cli
