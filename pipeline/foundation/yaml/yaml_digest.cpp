#include "yaml/yaml_digest.hpp"

#include <map>

namespace moniker::yaml {

void take_into(Hasher& hasher, const YamlNode& node) {
  hasher.take_field(std::to_string(static_cast<int>(node.kind)));
  hasher.take_field(node.text);
  hasher.take_field(std::to_string(node.items.size() + node.entries.size()));
  for (const YamlNode& item : node.items) take_into(hasher, item);
  std::map<std::string_view, const YamlNode*> sorted;
  for (const YamlNode::Entry& entry : node.entries) sorted.emplace(entry.key, &entry.value);
  for (const auto& [key, value] : sorted) {
    hasher.take_field(key);
    take_into(hasher, *value);
  }
}

}  // namespace moniker::yaml
