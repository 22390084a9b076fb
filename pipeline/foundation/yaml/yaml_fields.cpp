#include "yaml/yaml_fields.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "moniker/error.hpp"
#include "words/nearest.hpp"

namespace moniker::yaml {

void refuse_yaml(const std::string& file, Position at, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {file, at});
}

const std::string& yaml_text(const YamlNode& node, const std::string& file, std::string_view what) {
  if (node.kind != YamlNode::Kind::text || node.text.empty()) {
    refuse_yaml(file, node.at, fmt::format("{} must be a word or a text", what),
                "write one value, in quotes where it holds signs");
  }
  return node.text;
}

std::vector<const YamlNode*> yaml_texts(const YamlNode& node, const std::string& file, std::string_view what) {
  std::vector<const YamlNode*> texts;
  if (node.kind == YamlNode::Kind::text) {
    texts.push_back(&node);
  } else if (node.kind == YamlNode::Kind::list) {
    for (const YamlNode& item : node.items) texts.push_back(&item);
  } else if (node.kind == YamlNode::Kind::map) {
    refuse_yaml(file, node.at, fmt::format("{} must be a list", what), "write it as [one, two]");
  }
  for (const YamlNode* text : texts) yaml_text(*text, file, fmt::format("each item of {}", what));
  return texts;
}

const std::vector<YamlNode::Entry>& yaml_entries(const YamlNode& node, const std::string& file, std::string_view what) {
  if (node.kind != YamlNode::Kind::map && node.kind != YamlNode::Kind::nothing) {
    refuse_yaml(file, node.at, fmt::format("{} must hold keys with values", what),
                "write one `key: value` a line, indented below it");
  }
  return node.entries;
}

void require_choice(const std::string& word, const std::vector<std::string_view>& choices, const std::string& file,
                    Position at, std::string_view what) {
  if (std::find(choices.begin(), choices.end(), word) != choices.end()) return;
  refuse_yaml(file, at, fmt::format("unknown {} `{}`", what, word), words::suggest(word, choices));
}

YamlFields::YamlFields(const YamlNode& node, const std::string& file, std::string_view what,
                       const std::vector<std::string_view>& known)
    : node_(node), file_(file) {
  for (const YamlNode::Entry& entry : yaml_entries(node, file, what)) {
    require_choice(entry.key, known, file, entry.at, fmt::format("key of {}", what));
  }
}

const YamlNode* YamlFields::find(std::string_view key) const {
  for (const YamlNode::Entry& entry : node_.entries) {
    if (entry.key == key) return entry.value.kind == YamlNode::Kind::nothing ? nullptr : &entry.value;
  }
  return nullptr;
}

void YamlFields::text(std::string_view key, std::string& into) const {
  if (const YamlNode* node = find(key)) into = yaml_text(*node, file_, fmt::format("`{}`", key));
}

void YamlFields::whole_number(std::string_view key, int& into, int least, int most) const {
  const YamlNode* node = find(key);
  if (!node) return;
  const char* const end = node->text.data() + node->text.size();
  int value = 0;
  const auto [rest, error] = std::from_chars(node->text.data(), end, value);
  if (node->kind == YamlNode::Kind::text && error == std::errc() && rest == end && value >= least && value <= most) {
    into = value;
    return;
  }
  const bool open = most == std::numeric_limits<int>::max();
  refuse_yaml(file_, node->at, fmt::format("`{}` must be a whole number", key),
              open ? fmt::format("write a number from {}, without a unit", least)
                   : fmt::format("write a number from {} to {}, without a unit", least, most));
}

void YamlFields::number(std::string_view key, float& into, float least, float most) const {
  const YamlNode* node = find(key);
  if (!node) return;
  const char* const end = node->text.data() + node->text.size();
  float value = 0;
  const auto [rest, error] = std::from_chars(node->text.data(), end, value);
  const bool good = node->kind == YamlNode::Kind::text && error == std::errc() && rest == end;
  if (!good || !(value >= least && value <= most)) {
    refuse_yaml(file_, node->at, fmt::format("`{}` is not a number from {} to {}", key, least, most),
                "write it like 0.6");
  }
  into = value;
}

std::vector<const YamlNode*> YamlFields::texts(std::string_view key) const {
  const YamlNode* node = find(key);
  return node ? yaml_texts(*node, file_, fmt::format("`{}`", key)) : std::vector<const YamlNode*>();
}

void YamlFields::boolean(std::string_view key, bool& into) const {
  const YamlNode* node = find(key);
  if (!node) return;
  if (node->kind != YamlNode::Kind::text || (node->text != "true" && node->text != "false")) {
    refuse_yaml(file_, node->at, fmt::format("`{}` must be true or false", key), "write true or false");
  }
  into = node->text == "true";
}

void YamlFields::one_of(std::string_view key, std::string& into, const std::vector<std::string_view>& choices) const {
  const YamlNode* node = find(key);
  if (!node) return;
  const std::string& word = yaml_text(*node, file_, fmt::format("`{}`", key));
  require_choice(word, choices, file_, node->at, fmt::format("value of `{}`", key));
  into = word;
}

}  // namespace moniker::yaml
