#pragma once
#include <memory>
#include <string>

#include "cli/night_options.hpp"
#include "nights/night.hpp"

namespace moniker::cli {

/// One study's run from its beginning to its end, whichever that was. Nothing was told of it yet; the study stays open
/// (and locked) until what it told is remembered.
struct RunNight {
  std::unique_ptr<study::OpenedStudy> opened{};  // none where it failed
  StudyReport report{};
  study::Night night{};  // of one that did not fail, as far as it was asked for
  int status = 0;
};
study::RunOptions run_options(const Arguments& arguments, const Terminal& terminal, const std::string& study);
/// What needs a person, in one line on standard error, where no table says it.
void warn_of(const std::string& folder, const StudyReport& report, Terminal& terminal);
RunNight run_night(const std::string& folder, const Arguments& arguments, Terminal& terminal,
                   const NightOptions& options);

}  // namespace moniker::cli
