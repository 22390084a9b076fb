// `moniker project`: a coded project out of a study's hands with the study's pseudonyms.
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "project/project_page.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view plain_project =
    "moniker: the project holds its texts in clear: pseudonymised, not anonymous. Keep it on an encrypted disk.\n";

}  // namespace

int run_project(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("output")) throw Error::usage("project wants a file to write", "give -o OUT.qdpx");
  const study::RunOptions options{.threads = 1,
                                  .rules = terminal.rules_folder(arguments.value("rules")),
                                  .cache = Terminal::cache_folder(),
                                  .key = study_key(arguments, terminal),
                                  .clock = [] { return std::chrono::system_clock::now(); },
                                  .shard = {},
                                  .withdrawing = {},
                                  .progress = {}};
  const study::ProjectRequest request{.in = arguments.rest.at(0),
                                      .out = arguments.value("output"),
                                      .dry = arguments.has("dry-run"),
                                      .by = Terminal::user()};
  const auto opened = study::open_study(arguments.rest.size() > 1 ? arguments.rest[1] : ".", options);
  const study::ProjectPage page{study::pseudonymise_project(*opened, request), request.dry};
  if (page.report.written) terminal.say(plain_project);
  show(arguments, terminal, page);
  if (!page.report.left.empty()) return static_cast<int>(Fault::input);
  return study::needs_a_person(page.report) ? 1 : 0;
}

}  // namespace moniker::cli
