// A whole run, and what is told of it: to whoever sits there a table, to whoever does not a summary, a line or numbers.
// Whatever ends it, it is told in the same places.
#include "cli/run_night.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/foreign_exception.hpp"
#include "cli/next_command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "nights/night_page.hpp"
#include "rehearsal/rehearsal.hpp"
#include "report/render.hpp"
#include "steps/step_pages.hpp"

namespace moniker::cli {

study::RunOptions run_options(const Arguments& arguments, const Terminal& terminal, const std::string& study) {
  return {.threads = arguments.number("threads", 0),
          .rules = terminal.rules_folder(arguments.value("rules")),
          .cache = terminal.cache_folder(),
          .key = study_key(arguments, terminal, AskingForKey::allowed, study),
          .clock = [] { return std::chrono::system_clock::now(); },
          .shard = {},
          .by = Terminal::user(),
          .progress = {}};
}

void warn_of(const std::string& folder, const StudyReport& report, Terminal& terminal) {
  if (report.needs_a_person())
    terminal.warn(fmt::format("moniker: {}: {}; see reports/run.md\n", folder,
                              study::in_one_line(study::matters_of(report, {}, {}))));
}

RunNight run_night(const std::string& folder, const Arguments& arguments, Terminal& terminal,
                   const NightOptions& options) {
  const auto began = std::chrono::steady_clock::now();
  RunNight done;
  try {
    ProgressBar bar(terminal);
    study::RunOptions run = run_options(arguments, terminal, folder);
    if (options.level == LogLevel::note && !arguments.has("quiet") && !options.log_json)
      run.progress = [&bar](const study::Progress& progress) { bar.show(progress); };
    done.opened = study::open_study(folder, std::move(run));
    done.report = study::run_study(*done.opened);
    if (options.wants_night()) done.night = study::night_of(*done.opened, done.report);
    done.opened->options.progress = {};  // the bar goes
  } catch (const std::exception& thrown) {
    done.opened.reset();
    done.night =
        study::failed_night(folder, account_of(thrown, "moniker run"), iso_time(std::chrono::system_clock::now()));
  }
  done.night.folder = folder;
  done.night.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (done.night.failure)
    done.status = static_cast<int>(done.night.failure->fault);
  else
    done.status = options.tell_new ? study::status_of(done.night) : done.report.needs_a_person() ? 1 : 0;
  return done;
}

namespace {

/// Done to a copy: what it would say, and all that it would write.
int rehearse_run(const Arguments& arguments, Terminal& terminal) {
  const study::Rehearsal rehearsal(arguments.rest.front());
  StudyReport report;
  {
    ProgressBar bar(terminal);
    study::RunOptions options = run_options(arguments, terminal, arguments.rest.front());
    if (!arguments.has("quiet")) options.progress = [&bar](const study::Progress& progress) { bar.show(progress); };
    report = study::run_study(*study::open_study(rehearsal.folder(), options));
  }
  const study::Changes changes = rehearsal.changes();
  if (arguments.has("json")) {
    auto page = study::as_json(report);
    page["writes"] = study::as_json(changes);
    terminal.print(page.dump(2) + "\n");
  } else if (!arguments.has("quiet")) {
    terminal.print(study::closing_table(report, terminal.out_style()) + "\n" +
                   study::as_text(changes, terminal.out_style()));
  }
  return report.needs_a_person() ? 1 : 0;
}

/// So that the next summary says that it works again. A disk that is full may keep nothing of it.
void remember_failure(const study::Night& night, Terminal& terminal) {
  try {
    study::remember_night(night.folder, {}, night);
  } catch (const std::exception& thrown) {
    terminal.warn(fmt::format("moniker: {}: that it failed is not remembered: {}\n", night.folder,
                              account_of(thrown, night.folder).what));
  }
}

}  // namespace

int run_run(const Arguments& arguments, Terminal& terminal) {
  const NightOptions options = night_options(arguments);
  if (arguments.has("dry-run")) {
    if (options.wants_night())
      throw Error::usage("--dry-run and what is told of nights do not go together: nothing was done that could be told",
                         "leave out --summary, --tell-new, --metrics and --log");
    return rehearse_run(arguments, terminal);
  }
  const std::string folder = arguments.rest.front();
  keep_out_of(folder, options);
  RunNight done = run_night(folder, arguments, terminal, options);
  tell_nights(options, terminal, {done.night}, {done.status});
  if (done.night.failure) {
    if (!options.log_json) tell_failure(*done.night.failure, "run", terminal);
    if (options.is_night()) remember_failure(done.night, terminal);
    return done.status;
  }
  if (options.is_night()) study::remember_night(*done.opened, done.night);
  const bool quiet = arguments.has("quiet") || options.takes_output() || options.log_json;
  if (arguments.has("json")) {
    auto page = study::as_json(done.report);
    if (options.wants_night()) page["night"] = study::as_json(done.night);
    terminal.print(page.dump(2) + "\n");
  } else if (!quiet) {
    show(arguments, terminal, study::RunPage{done.report});
  }
  if (quiet && !options.takes_output() && !options.log_json && options.level >= LogLevel::warning)
    warn_of(folder, done.report, terminal);
  return done.status;
}

}  // namespace moniker::cli
