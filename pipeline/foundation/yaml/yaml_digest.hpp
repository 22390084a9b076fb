#pragma once
#include "base/keyed_hash.hpp"
#include "yaml/yaml_tree.hpp"

namespace moniker::yaml {

/// Adds what a piece of YAML says: the same for another layout, other comments and another order of a map's keys.
void take_into(Hasher& hasher, const YamlNode& node);

}  // namespace moniker::yaml
