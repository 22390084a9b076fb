#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "yaml/yaml_tree.hpp"

namespace moniker::study {

/// The entries of a recipients list of moniker.yaml: each an age1... key, or a file (relative to `folder`) of
/// such keys, one a line, with # comments. Throws Error{usage}: a file that is missing or holds no key, and a
/// secret key in either place, which has no business on this machine.
std::vector<RecipientText> read_recipients(const yaml::YamlNode& list, const std::string& config_file,
                                           const std::filesystem::path& folder, std::string_view what);

}  // namespace moniker::study
