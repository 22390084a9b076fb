#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "nights/night.hpp"

namespace moniker::cli {

/// How much stands on standard error, beside errors.
enum class LogLevel { error, warning, note };

/// What was asked to be told of a run that nobody watches: --summary, --quiet-if-unchanged, --tell-new, --metrics,
/// --log,
/// --log-level.
struct NightOptions {
  std::string summary{}, metrics{};  // files; empty: none
  bool unless_same = false, tell_new = false, log_json = false;
  bool always = false;  // told even where nobody asked for a file
  LogLevel level = LogLevel::note;
  bool is_night() const { return always || !summary.empty() || tell_new; }  // the next one compares with it
  bool wants_night() const { return is_night() || !metrics.empty() || log_json; }
  bool takes_output() const { return summary == "-"; }
};

/// Throws Error{usage}: options that do not go together, or a word that is none.
NightOptions night_options(const Arguments& arguments);

/// Throws Error{usage} where one of the files lies in a study: it is made anew each time, whatever stood there, be it
/// moniker.yaml or a delivery. In reports/ anything may lie but what a run writes there.
void keep_out_of(const std::filesystem::path& study, const NightOptions& options);

/// Writes all of it: the summary is made anew each time, and empty where there is nothing to say, so that nobody mails
/// yesterday's.
void tell_nights(const NightOptions& options, Terminal& terminal, const std::vector<study::Night>& nights,
                 const std::vector<int>& statuses, const std::string& folder = {});

}  // namespace moniker::cli
