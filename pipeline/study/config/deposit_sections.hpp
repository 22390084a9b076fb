#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "moniker/deposit_settings.hpp"
#include "yaml/yaml_tree.hpp"

namespace moniker::study {

/// `policies:`, by name. Throws Error{usage} with the place.
std::map<std::string, DepositPolicy> read_policies(const yaml::YamlNode& node, const std::string& file);

/// `deposit:`; paths are relative to `folder`. Throws Error{usage} with the place.
DepositSettings read_deposit(const yaml::YamlNode& node, const std::string& file, const std::filesystem::path& folder);

}  // namespace moniker::study
