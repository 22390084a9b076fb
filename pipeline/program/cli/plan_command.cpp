#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "shards/plan_page.hpp"
#include "steps/steps.hpp"

namespace moniker::cli {

int run_plan(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("shards")) {
    throw Error::usage("`moniker plan` wants --shards N", "for example `moniker plan STUDY --shards 4`");
  }
  study::RunOptions options{.rules = terminal.rules_folder(arguments.value("rules")),
                            .key = study_key(arguments, terminal),
                            .clock = [] { return std::chrono::system_clock::now(); }};
  const auto study = study::open_study(arguments.rest.front(), options);
  show(arguments, terminal, study::plan_page(study::plan_study(*study, arguments.number("shards", 0))));
  return 0;
}

}  // namespace moniker::cli
