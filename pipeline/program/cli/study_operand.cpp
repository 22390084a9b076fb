#include "cli/study_operand.hpp"

#include "moniker/error.hpp"

namespace moniker::cli {

std::pair<std::filesystem::path, std::vector<std::string>> study_and_ids(const Arguments& arguments) {
  std::pair<std::filesystem::path, std::vector<std::string>> result{".", arguments.rest};
  auto& [study, ids] = result;
  if (std::filesystem::is_directory(ids.front())) {
    study = ids.front();
    ids.erase(ids.begin());
  }
  if (ids.empty()) {
    throw Error::usage("no ID is named", "name one as the transcripts do: ID04");
  }
  return result;
}

}  // namespace moniker::cli
