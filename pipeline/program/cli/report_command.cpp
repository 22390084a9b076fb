#include "base/atomic_file.hpp"
#include "base/layout.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "dossier/dossier_page.hpp"
#include "dossier/gather.hpp"

namespace moniker::cli {
namespace {

/// reports/report.html is moniker's own and made anew each time, as the reports of a run are; a file that somebody
/// names is theirs, and nothing is written over it.
void write_page(const Arguments& arguments, const StudyLayout& layout, const std::string& page, Terminal& terminal) {
  const bool named = arguments.has("output");
  const std::filesystem::path target = named ? std::filesystem::path(arguments.value("output")) : layout.dossier_page();
  const bool again = !named && std::filesystem::exists(target);
  publish(target, page, named ? AtomicFile::IfThere::refuse : AtomicFile::IfThere::replace);
  terminal.say("moniker: the page is " + target.string() + (again ? ", in place of the one before\n" : "\n"));
}

}  // namespace

int run_report(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.front()};
  const bool to_stdout = arguments.value("output") == "-";
  if (arguments.has("json") && arguments.has("output")) {
    throw Error::usage("--json and --output do not go together",
                       "--json prints on standard output, --output is the page");
  }
  const study::Dossier dossier =
      study::gather_dossier(layout.root, {.threads = 0,
                                          .rules = terminal.rules_folder(arguments.value("rules")),
                                          .cache = terminal.cache_folder(),
                                          .key = study_key(arguments, terminal),
                                          .clock = [] { return std::chrono::system_clock::now(); },
                                          .shard = {},
                                          .progress = {}});
  if (to_stdout) {
    terminal.print(as_html(dossier));
  } else {
    show(arguments, terminal, dossier);
    if (!arguments.has("json")) write_page(arguments, layout, as_html(dossier), terminal);
  }
  return dossier.good() ? 0 : static_cast<int>(Fault::integrity);
}

}  // namespace moniker::cli
