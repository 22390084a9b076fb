#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/style.hpp"

namespace moniker::study {

/// A new study: a README.txt that says what lies where, a commented moniker.yaml, an empty participants.csv with the
/// header that it declares, and the folders of StudyLayout, mode 0700. A call that was interrupted is completed by the
/// next. Throws Error{usage} when `folder` is a study already or holds one of the files with anything else in it.
void init_study(const std::filesystem::path& folder);

/// The same with two short transcripts of made-up people and their register: what a newcomer may play with.
void init_example(const std::filesystem::path& folder);

/// What either would make, as paths: files that are not there yet; throws as they do.
std::vector<std::string> files_to_init(const std::filesystem::path& folder, bool example);

/// What is told of a new study: what comes next.
struct InitPage {
  std::filesystem::path folder{};
  bool example = false;
};
std::string as_text(const InitPage& page, const Style& style);
nlohmann::ordered_json as_json(const InitPage& page);

/// What init_study writes, for tests and documentation.
std::string_view config_template();

}  // namespace moniker::study
