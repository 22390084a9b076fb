#pragma once
#include <yaml-cpp/yaml.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "moniker/error.hpp"

namespace moniker::rules {

/// Reads strict YAML: every value is asked for by type, and a wrong one is an Error{usage} with its place.
/// Stays in .cpp files, as yaml-cpp is dear to include.
class YamlReader {
 public:
  explicit YamlReader(std::string shown) : shown_(std::move(shown)) {}

  const std::string& shown() const { return shown_; }
  static Position at(const YAML::Node& node);
  [[noreturn]] void fail(Position at, std::string what, std::string remedy) const;

  std::string text(const YAML::Node& node, std::string_view key) const;
  float number(const YAML::Node& node, std::string_view key) const;
  std::uint32_t count(const YAML::Node& node, std::string_view key) const;
  bool flag(const YAML::Node& node, std::string_view key) const;
  /// One text or a list of texts, each with its place.
  std::vector<std::pair<std::string, Position>> texts(const YAML::Node& node, std::string_view key) const;
  std::vector<std::string> words(const YAML::Node& node, std::string_view key) const;

  /// What to do with each key of a map; keys that are not in the table are errors that list those that are.
  using Keys = std::vector<std::pair<std::string_view, std::function<void(const YAML::Node&)>>>;
  void map(const YAML::Node& node, std::string_view what, const Keys& keys) const;

 private:
  std::string shown_;
};

}  // namespace moniker::rules
