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
  const std::filesystem::path folder = arguments.rest.empty() ? "." : arguments.rest.front();
  const bool dry = arguments.has("dry-run");
  if (dry && !arguments.has("apply")) {
    throw Error::usage("--dry-run is about --apply: without that nothing is deleted",
                       "leave it out, or give both to see all that would be written");
  }
  std::optional<study::Rehearsal> rehearsal;
  if (dry) rehearsal.emplace(folder);
  study::RetentionPage page{.today = today};
  {
    const auto study = study::open_study(rehearsal ? rehearsal->folder() : folder,
                                         {.threads = 0,
                                          .rules = terminal.rules_folder(arguments.value("rules")),
                                          .cache = terminal.cache_folder(),
                                          .key = study_key(arguments, terminal),
                                          .clock = [] { return std::chrono::system_clock::now(); },
                                          .shard = {},
                                          .by = Terminal::user(),
                                          .progress = {}});
    if (arguments.has("apply")) page.done = study::apply_retention(*study, today, Terminal::user());
    page.items = study::retention_items(*study);
  }
  if (rehearsal) page.writes = rehearsal->changes();
  show(arguments, terminal, page);
  return page.overdue() ? 1 : 0;
}

}  // namespace moniker::cli
