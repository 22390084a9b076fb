#include "base/atomic_file.hpp"
#include "base/layout.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "dossier/dossier_page.hpp"
#include "dossier/gather.hpp"
#include "dossier/impact.hpp"

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

study::RunOptions options_of(const Arguments& arguments, const Terminal& terminal) {
  return {.threads = 0,
          .rules = terminal.rules_folder(arguments.value("rules")),
          .cache = terminal.cache_folder(),
          .key = {},
          .clock = [] { return std::chrono::system_clock::now(); },
          .shard = {},
          .progress = {}};
}

/// For whoever writes an assessment, mostly before there is a run, a key or a transcript.
int tell_impact(const Arguments& arguments, const StudyLayout& layout, Terminal& terminal) {
  if (arguments.has("json")) {
    throw Error::usage("--dpia and --json do not go together", "--dpia is a text for people, in Markdown");
  }
  const std::string page = as_markdown(study::gather_impact(layout.root, options_of(arguments, terminal)));
  const std::string target = arguments.value("output", "-");
  if (target == "-") {
    terminal.print(page);
    return 0;
  }
  publish(target, page, AtomicFile::IfThere::refuse);
  terminal.say("moniker: the annex is " + target + "\n");
  return 0;
}

}  // namespace

int run_report(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.front()};
  if (arguments.has("dpia")) return tell_impact(arguments, layout, terminal);
  const bool to_stdout = arguments.value("output") == "-";
  if (arguments.has("json") && arguments.has("output")) {
    throw Error::usage("--json and --output do not go together",
                       "--json prints on standard output, --output is the page");
  }
  study::RunOptions options = options_of(arguments, terminal);
  options.key = study_key(arguments, terminal);
  const study::Dossier dossier = study::gather_dossier(layout.root, options);
  if (to_stdout) {
    terminal.print(as_html(dossier));
  } else {
    show(arguments, terminal, dossier);
    if (!arguments.has("json")) write_page(arguments, layout, as_html(dossier), terminal);
  }
  return dossier.good() ? 0 : static_cast<int>(Fault::integrity);
}

}  // namespace moniker::cli
