#include "base/iso_date.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "rights/retention_page.hpp"

namespace moniker::cli {
namespace {

using Days = std::chrono::sys_days;

Days as_of(const Arguments& arguments) {
  if (!arguments.has("as-of")) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto day = parse_iso_date(arguments.value("as-of"));
  if (!day) throw Error::usage("--as-of is no date", "write it as 2036-12-31");
  return *day;
}

}  // namespace

int run_retention(const Arguments& arguments, Terminal& terminal) {
  const Days today = as_of(arguments);
  const auto study = study::open_study(arguments.rest.empty() ? "." : arguments.rest.front(),
                                       {.threads = 0,
                                        .rules = terminal.rules_folder(arguments.value("rules")),
                                        .cache = terminal.cache_folder(),
                                        .key = study_key(arguments, terminal),
                                        .clock = [] { return std::chrono::system_clock::now(); },
                                        .shard = {},
                                        .progress = {}});
  study::RetentionPage page{.today = today};
  if (arguments.has("apply")) page.done = study::apply_retention(*study, today, Terminal::user());
  page.items = study::retention_items(*study);
  show(arguments, terminal, page);
  return page.overdue() ? 1 : 0;
}

}  // namespace moniker::cli
