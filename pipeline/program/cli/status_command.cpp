#include <algorithm>

#include "base/layout.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "nights/state_page.hpp"
#include "nights/studies_below.hpp"

namespace moniker::cli {

int run_status(const Arguments& arguments, Terminal& terminal) {
  const std::filesystem::path folder = arguments.rest.empty() ? "." : arguments.rest.front();
  const Clock clock = [] { return std::chrono::system_clock::now(); };
  const auto key_of = [&](const std::filesystem::path& study) {
    return study_key(arguments, terminal, AskingForKey::allowed, study);
  };
  study::StatePage page{.is_of_one = std::filesystem::exists(StudyLayout{folder}.config())};
  if (page.is_of_one)
    page.studies = {study::state_of_study(folder, key_of(folder), clock)};
  else if (std::filesystem::is_directory(folder))
    page.studies = study::states_of(study::studies_below(folder), key_of, clock);
  else
    throw Error::usage("there is no such folder", "name a study, or a folder of studies", {folder.string()});
  show(arguments, terminal, page);
  int status = 0;
  for (const study::StudyState& one : page.studies) {
    if (one.trouble) status = std::max(status, static_cast<int>(one.trouble->fault));
  }
  return status;
}

}  // namespace moniker::cli
