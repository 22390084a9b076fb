#pragma once
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/yaml_tree.hpp"

namespace moniker::yaml {

/// A YAML map read with strictness: made with the keys that may be there, refusing all others by name. Every
/// reader below throws Error{usage} with the value's place when it is not what was asked for; an absent or
/// empty value leaves the default. Holds references to the node and the file's name.
class YamlFields {
 public:
  /// `what` names the map in messages: "seal", "the column".
  YamlFields(const YamlNode& node, const std::string& file, std::string_view what,
             const std::vector<std::string_view>& known);

  /// The value, or nullptr where the key is missing or has no value.
  const YamlNode* find(std::string_view key) const;

  void text(std::string_view key, std::string& into) const;
  void whole_number(std::string_view key, int& into, int least = 0, int most = std::numeric_limits<int>::max()) const;
  void number(std::string_view key, float& into, float least, float most) const;
  void boolean(std::string_view key, bool& into) const;
  /// One text or a list of texts; each with its place.
  std::vector<const YamlNode*> texts(std::string_view key) const;
  void one_of(std::string_view key, std::string& into, const std::vector<std::string_view>& choices) const;

 private:
  const YamlNode& node_;
  const std::string& file_;
};

/// The single readers, for values that stand in lists or may take two forms. `what` names the value in
/// messages.
const std::string& yaml_text(const YamlNode& node, const std::string& file, std::string_view what);
/// One text or a list of texts; each with its place.
std::vector<const YamlNode*> yaml_texts(const YamlNode& node, const std::string& file, std::string_view what);
const std::vector<YamlNode::Entry>& yaml_entries(const YamlNode& node, const std::string& file, std::string_view what);
void require_choice(const std::string& word, const std::vector<std::string_view>& choices, const std::string& file,
                    Position at, std::string_view what);

[[noreturn]] void refuse_yaml(const std::string& file, Position at, std::string what, std::string remedy);

}  // namespace moniker::yaml
