#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "steps/steps.hpp"

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
  throw Error({.fault = Fault::usage,
               .file = {},
               .at = {},
               .what = "--shard wants K/N, with K from 1 to N",
               .remedy = "for example --shard 2/4"});
}

/// Opens the study, runs one step with a progress bar and lets `tell` put its result into words.
template <class Step, class Tell>
int run_step(const Arguments& arguments, Terminal& terminal, Step step, Tell tell, const std::string& name = {}) {
  ProgressBar bar(terminal);
  study::RunOptions options{.threads = arguments.number("threads", 0),
                            .rules = terminal.rules_folder(arguments.value("rules")),
                            .cache = terminal.cache_folder(),
                            .clock = [] { return std::chrono::system_clock::now(); },
                            .shard = shard_of(arguments, name),
                            .progress = {}};
  if (!arguments.has("quiet")) options.progress = [&bar](const study::Progress& progress) { bar.show(progress); };
  const auto study = study::open_study(arguments.rest.front(), options);
  return tell(step(*study));
}

int tell_counts(const Arguments& arguments, Terminal& terminal, const nlohmann::ordered_json& counts) {
  if (arguments.has("json")) {
    terminal.print(counts.dump() + "\n");
  } else if (!arguments.has("quiet")) {
    std::string line;
    for (const auto& [name, count] : counts.items())
      line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count.dump(), name);
    terminal.print(line + "\n");
  }
  return 0;
}

int tell_report(const Arguments& arguments, Terminal& terminal, const StudyReport& report) {
  if (arguments.has("json")) {
    terminal.print(study::report_json(report));
  } else if (!arguments.has("quiet")) {
    terminal.print(study::closing_table(report, terminal.out_style()));
    terminal.print(
        fmt::format("  sealed transcripts in out/, linkage in linkage/, audit log of {} records in audit/, report in "
                    "reports/run.md\n",
                    report.audit_records));
  }
  return report.needs_a_person() ? 1 : 0;
}

}  // namespace

int run_run(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::run_study(study); },
      [&](const StudyReport& report) { return tell_report(arguments, terminal, report); });
}

int run_scan(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::scan_study(study); },
      [&](const study::ScanResult& r) {
        return tell_counts(arguments, terminal, {{"transcripts", r.transcripts}, {"scanned", r.scanned}});
      },
      "scan");
}

int run_assign(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::assign_study(study); },
      [&](const study::AssignResult& r) {
        tell_counts(arguments, terminal,
                    {{"transcripts", r.transcripts},
                     {"entities", r.entities},
                     {"learned", r.learned},
                     {"surrogates", r.surrogates},
                     {"surrogates_shared", r.surrogates_shared},
                     {"quarantined", r.quarantined}});
        return r.quarantined > 0 ? 1 : 0;
      });
}

int run_apply(const Arguments& arguments, Terminal& terminal) {
  return run_step(
      arguments, terminal, [](study::OpenedStudy& study) { return study::apply_study(study); },
      [&](const study::ApplyResult& r) {
        tell_counts(arguments, terminal,
                    {{"published", r.published}, {"unchanged", r.unchanged}, {"quarantined", r.quarantined}});
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
