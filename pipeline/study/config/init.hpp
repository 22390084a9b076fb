#pragma once
#include <filesystem>
#include <string_view>

namespace moniker::study {

/// A new study: a commented moniker.yaml, an empty participants.csv with the header that it declares, and the
/// folders of StudyLayout, mode 0700. Throws Error{usage} when `folder` is a study already or holds either
/// file.
void init_study(const std::filesystem::path& folder);

/// What init_study writes, for tests and documentation.
std::string_view config_template();

}  // namespace moniker::study
