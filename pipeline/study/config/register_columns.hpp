#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "config/config.hpp"
#include "yaml/yaml_tree.hpp"

namespace moniker::study {

/// The columns that mean something to moniker, by name; all others are attributes.
const std::vector<std::string_view>& column_meanings();

/// register.columns of moniker.yaml. Throws Error{usage} with the place: an unknown use, a meaning given to
/// two columns, no column that means name, a name that would be kept or banded.
std::vector<ColumnRule> read_column_rules(const yaml::YamlNode& columns, const std::string& file);

}  // namespace moniker::study
