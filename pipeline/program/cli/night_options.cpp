#include "cli/night_options.hpp"

#include <fmt/format.h>

#include "base/atomic_file.hpp"
#include "nights/metrics.hpp"
#include "nights/night_page.hpp"

namespace moniker::cli {
namespace {

LogLevel log_level_of(const Arguments& arguments) {
  const std::string word = arguments.value("log-level", arguments.has("quiet") ? "warning" : "note");
  if (word == "error") return LogLevel::error;
  if (word == "warning") return LogLevel::warning;
  if (word == "note") return LogLevel::note;
  throw Error::usage(fmt::format("--log-level does not know `{}`", word), "it takes error, warning or note");
}

bool is_json_log(const Arguments& arguments) {
  const std::string word = arguments.value("log", "text");
  if (word == "json" || word == "text") return word == "json";
  throw Error::usage(fmt::format("--log does not know `{}`", word), "it takes text or json");
}

/// What stands there is replaced, so that /dev/null or a link like /dev/stdout would be none any more.
void require_plain(const std::string& file) {
  std::error_code failed;
  const auto there = std::filesystem::symlink_status(file, failed);
  if (file.empty() || file == "-" || !std::filesystem::exists(there) || std::filesystem::is_regular_file(there)) return;
  throw Error::usage("is no plain file, and would be replaced by one",
                     "name a file; `--summary -` is standard output, and no --summary is none", {file});
}

}  // namespace

NightOptions night_options(const Arguments& arguments) {
  NightOptions options{.summary = arguments.value("summary"),
                       .metrics = arguments.value("metrics"),
                       .unless_same = arguments.has("quiet-if-unchanged"),
                       .tell_new = arguments.has("tell-new"),
                       .log_json = is_json_log(arguments),
                       .level = log_level_of(arguments)};
  if (options.takes_output() && arguments.has("json")) {
    throw Error::usage("--json and `--summary -` both want standard output", "give the summary a file");
  }
  if (options.unless_same && options.summary.empty()) {
    throw Error::usage("--quiet-if-unchanged is about a summary, and none was asked for",
                       "give --summary FILE, or --summary - for standard output");
  }
  if (!options.summary.empty() && options.summary == options.metrics) {
    throw Error::usage("--summary and --metrics name one file", "give each a file of its own", {options.summary});
  }
  require_plain(options.summary);
  require_plain(options.metrics);
  return options;
}

void keep_out_of(const std::filesystem::path& study, const NightOptions& options) {
  std::error_code failed;
  const auto root = std::filesystem::weakly_canonical(study, failed);
  for (const std::string& file : {options.summary, options.metrics}) {
    if (file.empty() || file == "-") continue;
    const auto within = std::filesystem::weakly_canonical(file, failed).lexically_relative(root);
    const bool is_outside = within.empty() || *within.begin() == "..";
    const bool is_a_report = within.begin() != within.end() && *within.begin() == "reports" &&
                             !within.filename().native().starts_with("run.");
    if (is_outside || is_a_report) continue;
    throw Error::usage("lies in the study, and would be written over, whatever stands there",
                       "name a file elsewhere, or in reports/", {file});
  }
}

void tell_nights(const NightOptions& options, Terminal& terminal, const std::vector<study::Night>& nights,
                 const std::vector<int>& statuses, const std::string& folder) {
  if (!options.summary.empty()) {
    const std::string text = folder.empty() ? study::summary_of(nights.front(), options.unless_same)
                                            : study::summary_of(nights, folder, options.unless_same);
    if (options.takes_output())
      terminal.print(text);
    else
      publish(options.summary, text);
  }
  if (!options.metrics.empty()) {
    publish(options.metrics, study::metrics_of(nights, statuses));
    // Whoever collects them is another account, whatever the umask; they hold counts alone.
    using std::filesystem::perms;
    std::filesystem::permissions(options.metrics,
                                 perms::owner_read | perms::owner_write | perms::group_read | perms::others_read);
  }
  if (!options.log_json) return;
  for (std::size_t i = 0; i < nights.size(); ++i) terminal.say(study::log_line(nights[i], statuses.at(i)));
}

}  // namespace moniker::cli
