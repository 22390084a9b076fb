#include "config/register_columns.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "words/nearest.hpp"
#include "yaml/yaml_fields.hpp"

namespace moniker::study {
namespace {

const std::vector<std::string_view>& column_uses() {
  static const std::vector<std::string_view> uses{"keep", "band", "replace", "drop"};  // in the order of ColumnUse
  return uses;
}

ColumnUse column_use(const yaml::YamlNode& node, const std::string& file) {
  const std::string& word = yaml::yaml_text(node, file, "the use of a column");
  yaml::require_choice(word, column_uses(), file, node.at, "use of a column");
  return static_cast<ColumnUse>(std::find(column_uses().begin(), column_uses().end(), word) - column_uses().begin());
}

void read_settings(const yaml::YamlNode& node, const std::string& file, ColumnRule& rule) {
  const yaml::YamlFields fields(node, file, "the column", {"use", "width", "top", "means"});
  const yaml::YamlNode* use = fields.find("use");
  if (!use)
    yaml::refuse_yaml(file, rule.at, "the column has settings and no use",
                      "add `use:` with keep, band, replace or drop");
  rule.use = column_use(*use, file);
  for (const std::string_view setting : {"width", "top"}) {
    const yaml::YamlNode* band = fields.find(setting);
    if (!band || rule.use == ColumnUse::band) continue;
    yaml::refuse_yaml(file, band->at, fmt::format("`{}` is for bands", setting), "write `use: band`, or remove it");
  }
  fields.whole_number("width", rule.width, 1, 1000);
  fields.whole_number("top", rule.top, 1, 100'000);
  fields.text("means", rule.means);
}

bool is_meaning(const std::string& word) {
  const auto& known = column_meanings();
  return std::find(known.begin(), known.end(), word) != known.end();
}

ColumnRule read_rule(const yaml::YamlNode::Entry& entry, const std::string& file) {
  ColumnRule rule;
  rule.name = entry.key;
  rule.at = entry.at;
  if (entry.value.kind == yaml::YamlNode::Kind::map) {
    read_settings(entry.value, file, rule);
  } else if (entry.value.kind == yaml::YamlNode::Kind::nothing) {
    yaml::refuse_yaml(file, entry.at, "nothing is said about the column",
                      "write keep, band, replace or drop after the colon");
  } else {
    rule.use = column_use(entry.value, file);
  }
  if (rule.means.empty() && is_meaning(rule.name)) rule.means = rule.name;
  return rule;
}

/// Another meaning than ours says what an attribute is (age) and is left to whoever makes the attributes, but
/// not where it looks like one of ours misspelt.
void check_meaning(const ColumnRule& rule, const std::vector<ColumnRule>& before, const std::string& file) {
  if (rule.means.empty()) return;
  if (!is_meaning(rule.means)) {
    if (words::nearest(rule.means, column_meanings()).empty()) return;
    yaml::require_choice(rule.means, column_meanings(), file, rule.at, "meaning of a column");
  }
  for (const ColumnRule& other : before) {
    if (other.means != rule.means) continue;
    yaml::refuse_yaml(file, rule.at, fmt::format("two columns mean `{}`", rule.means),
                      fmt::format("keep that meaning for one of them; the other is on line {}", other.at.line));
  }
}

void check_names(const ColumnRule& rule, const std::string& file) {
  const bool names = rule.means == "name" || rule.means == "aliases";
  if (!names || rule.use == ColumnUse::replace || rule.use == ColumnUse::drop) return;
  yaml::refuse_yaml(file, rule.at, "a column of names can be neither kept nor banded", "declare it replace or drop");
}

}  // namespace

const std::vector<std::string_view>& column_meanings() {
  static const std::vector<std::string_view> meanings{"number",       "name",          "aliases",  "role",
                                                      "consent_date", "consent_scope", "sessions", "interview_date"};
  return meanings;
}

std::vector<ColumnRule> read_column_rules(const yaml::YamlNode& columns, const std::string& file) {
  std::vector<ColumnRule> rules;
  for (const yaml::YamlNode::Entry& entry : yaml::yaml_entries(columns, file, "columns")) {
    ColumnRule rule = read_rule(entry, file);
    check_names(rule, file);
    check_meaning(rule, rules, file);
    rules.push_back(std::move(rule));
  }
  const bool named = std::any_of(rules.begin(), rules.end(), [](const ColumnRule& r) { return r.means == "name"; });
  if (!named) {
    yaml::refuse_yaml(file, columns.at, "no column of the register means name, so nobody's name would be searched for",
                      "declare `name: replace`, or give the right column `means: name`");
  }
  return rules;
}

}  // namespace moniker::study
