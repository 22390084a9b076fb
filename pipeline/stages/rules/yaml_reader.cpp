#include "rules/yaml_reader.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace moniker::rules {

Position YamlReader::at(const YAML::Node& node) {
  const YAML::Mark mark = node.Mark();  // counts from 0; -1 where there is no place
  if (mark.line < 0) return {1, 1};
  return {static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1};
}

void YamlReader::fail(Position at, std::string what, std::string remedy) const {
  throw Error({.fault = Fault::usage, .file = shown_, .at = at, .what = std::move(what), .remedy = std::move(remedy)});
}

std::string YamlReader::text(const YAML::Node& node, std::string_view key) const {
  if (!node.IsScalar()) fail(at(node), fmt::format("`{}` is not a text", key), "write one value after the colon");
  return node.Scalar();
}

float YamlReader::number(const YAML::Node& node, std::string_view key) const {
  float value = 0;
  if (!node.IsScalar() || !YAML::convert<float>::decode(node, value) || !(std::fabs(value) <= 1)) {
    fail(at(node), fmt::format("`{}` is not a number from -1 to 1", key), "write it like 0.6");
  }
  return value;
}

std::uint32_t YamlReader::count(const YAML::Node& node, std::string_view key) const {
  std::uint32_t value = 0;
  if (!node.IsScalar() || !YAML::convert<std::uint32_t>::decode(node, value) || value > 1000) {
    fail(at(node), fmt::format("`{}` is not a whole number up to 1000", key), "write it like 60");
  }
  return value;
}

bool YamlReader::flag(const YAML::Node& node, std::string_view key) const {
  bool value = false;
  if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value)) {
    fail(at(node), fmt::format("`{}` is neither true nor false", key), "write true or false");
  }
  return value;
}

std::vector<std::pair<std::string, Position>> YamlReader::texts(const YAML::Node& node, std::string_view key) const {
  std::vector<std::pair<std::string, Position>> list;
  if (node.IsScalar()) {
    list.emplace_back(node.Scalar(), at(node));
    return list;
  }
  if (!node.IsSequence()) fail(at(node), fmt::format("`{}` is not a list", key), "write it like [one, two]");
  for (const YAML::Node& item : node) list.emplace_back(text(item, key), at(item));
  return list;
}

std::vector<std::string> YamlReader::words(const YAML::Node& node, std::string_view key) const {
  std::vector<std::string> list;
  for (auto& [word, place] : texts(node, key)) list.push_back(std::move(word));
  return list;
}

void YamlReader::map(const YAML::Node& node, std::string_view what, const Keys& keys) const {
  if (!node.IsMap())
    fail(at(node), fmt::format("{} is not a map of keys and values", what), "write it like `key: value`");
  std::set<std::string> seen;
  for (const auto& entry : node) {
    const std::string key = text(entry.first, what);
    if (!seen.insert(key).second) fail(at(entry.first), fmt::format("`{}` stands twice", key), "remove one of the two");
    const auto* found = static_cast<const Keys::value_type*>(nullptr);
    std::string known;
    for (const auto& item : keys) {
      if (item.first == key) found = &item;
      known += (known.empty() ? "" : ", ") + std::string(item.first);
    }
    if (!found) fail(at(entry.first), fmt::format("{} does not know the key `{}`", what, key), "it takes " + known);
    found->second(entry.second);
  }
}

}  // namespace moniker::rules
