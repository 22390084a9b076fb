// The steps of a run, one by one; a whole run is run_night.cpp's.
#include <fmt/format.h>

#include <charconv>

#include "cli/progress_bar.hpp"
#include "cli/run_night.hpp"
#include "cli/show.hpp"
#include "steps/step_pages.hpp"

namespace moniker::cli {
namespace {

/// --shard 2/4, of a step that can be cut.
std::optional<study::ShardChoice> shard_of(const Arguments& arguments, const std::string& step) {
  if (!arguments.has("shard")) return std::nullopt;
  const std::string text = arguments.value("shard");
  study::ShardChoice shard{.step = step};
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec == std::errc{} && number.ptr != end && *number.ptr == '/') {
    const auto count = std::from_chars(number.ptr + 1, end, shard.count);
    if (count.ec == std::errc{} && count.ptr == end && shard.number >= 1 && shard.number <= shard.count) return shard;
  }
  throw Error::usage("--shard wants K/N, with K from 1 to N", "for example --shard 2/4");
}

/// Opens the study, runs one step with a progress bar and lets `tell` put its result into words.
template <class Step, class Tell>
int run_step(const Arguments& arguments, Terminal& terminal, Step step, Tell tell, const std::string& name = {}) {
  ProgressBar bar(terminal);
  study::RunOptions options = run_options(arguments, terminal, arguments.rest.front());
  options.shard = shard_of(arguments, name);
  if (!arguments.has("quiet")) options.progress = [&bar](const study::Progress& progress) { bar.show(progress); };
  const auto study = study::open_study(arguments.rest.front(), options);
  return tell(step(*study));
}

/// With --quiet, nothing for people.
template <class Page>
void tell(const Arguments& arguments, Terminal& terminal, const Page& page) {
  if (arguments.has("json") || !arguments.has("quiet")) show(arguments, terminal, page);
}

int tell_report(const Arguments& arguments, Terminal& terminal, const StudyReport& report) {
  tell(arguments, terminal, study::RunPage{report});
  if (arguments.has("quiet")) warn_of(arguments.rest.front(), report, terminal);
  return report.needs_a_person() ? 1 : 0;
}

}  // namespace

int run_scan(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::scan_study(study); },
      [&](const study::ScanResult& r) {
        tell(arguments, terminal, r);
        return 0;
      },
      "scan");
}

int run_assign(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::assign_study(study); },
      [&](const study::AssignResult& r) {
        tell(arguments, terminal, r);
        return r.quarantined > 0 ? 1 : 0;
      });
}

int run_apply(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::apply_study(study); },
      [&](const study::ApplyResult& r) {
        tell(arguments, terminal, r);
        return r.quarantined > 0 ? 1 : 0;
      },
      "apply");
}

int run_finish(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::finish_study(study); },
      [&](const StudyReport& report) { return tell_report(arguments, terminal, report); });
}

}  // namespace moniker::cli
