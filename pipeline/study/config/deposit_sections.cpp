// What moniker.yaml says of archives: how much less they are told (policies), and what goes with it (deposit).
#include "config/deposit_sections.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "yaml/yaml_fields.hpp"

namespace moniker::study {
namespace {

const std::vector<std::string_view> deposit_levels(std::begin(access_levels), std::end(access_levels));

DepositRule read_deposit_rule(const yaml::YamlNode& node, const std::string& file) {
  DepositRule rule;
  const std::vector<std::string_view> known{"label", "number", "year", "decade", "band", "keep"};
  if (node.kind != yaml::YamlNode::Kind::map) {
    rule.does = yaml::yaml_text(node, file, "what becomes of a label");
    yaml::require_choice(rule.does, known, file, node.at, "way of telling less");
    return rule;
  }
  const yaml::YamlFields fields(node, file, "the label", {"operator", "width", "top"});
  fields.one_of("operator", rule.does, known);
  fields.whole_number("width", rule.width, 2, 60);
  fields.whole_number("top", rule.top, 40, 120);
  if (rule.does != "band" && (fields.find("width") || fields.find("top")))
    yaml::refuse_yaml(file, node.at, "`width` and `top` are of a band", "add `operator: band`, or leave them out");
  return rule;
}

void read_new_prefix(const yaml::YamlFields& fields, const std::string& file, std::string& prefix) {
  fields.text("participants", prefix);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!prefix.empty() && prefix.size() <= 8 && std::all_of(prefix.begin(), prefix.end(), capital)) return;
  yaml::refuse_yaml(file, fields.find("participants")->at, "a prefix in a deposit is one to eight capitals",
                    "write something short, such as P");
}

std::vector<std::string> listed_texts(const yaml::YamlFields& fields, std::string_view key) {
  std::vector<std::string> all;
  for (const yaml::YamlNode* one : fields.texts(key)) all.push_back(one->text);
  return all;
}

DepositPolicy read_policy(const yaml::YamlNode& node, const std::string& file) {
  const yaml::YamlFields fields(node, file, "the policy", {"profile", "k", "participants", "columns", "replace"});
  DepositPolicy policy;
  fields.one_of("profile", policy.profile, {"strict", "balanced", "light"});
  fields.whole_number("k", policy.k, 1, 1000);
  read_new_prefix(fields, file, policy.prefix);
  if (fields.find("columns")) policy.columns = listed_texts(fields, "columns");
  if (const yaml::YamlNode* replace = fields.find("replace")) {
    for (const yaml::YamlNode::Entry& one : yaml::yaml_entries(*replace, file, "replace"))
      policy.rules[one.key] = read_deposit_rule(one.value, file);
  }
  return policy;
}

void read_deposit_consent(const yaml::YamlFields& fields, const std::string& file, DepositSettings& settings) {
  const yaml::YamlNode* node = fields.find("consent");
  if (!node) return;
  settings.consent.clear();
  if (node->kind != yaml::YamlNode::Kind::map) {
    settings.consent[""] = fold(yaml::yaml_text(*node, file, "`consent`"));
    return;
  }
  const yaml::YamlFields levels(*node, file, "consent", deposit_levels);
  for (const std::string_view level : access_levels) {
    std::string word;
    levels.text(level, word);
    if (!word.empty()) settings.consent[std::string(level)] = fold(word);
  }
}

}  // namespace

std::map<std::string, DepositPolicy> read_policies(const yaml::YamlNode& node, const std::string& file) {
  std::map<std::string, DepositPolicy> policies;
  for (const yaml::YamlNode::Entry& one : yaml::yaml_entries(node, file, "policies"))
    policies[one.key] = read_policy(one.value, file);
  return policies;
}

DepositSettings read_deposit(const yaml::YamlNode& node, const std::string& file, const std::filesystem::path& folder) {
  const yaml::YamlFields fields(node, file, "deposit",
                                {"consent", "consent_column", "others", "access", "marks", "title", "creators",
                                 "publisher", "year", "doi", "abstract", "keywords", "licence", "wording"});
  DepositSettings settings;
  read_deposit_consent(fields, file, settings);
  fields.text("consent_column", settings.consent_column);
  fields.one_of("others", settings.others, {"transcript", "turns"});
  fields.one_of("access", settings.access, deposit_levels);
  fields.one_of("marks", settings.marks, {"brackets", "xml"});
  fields.text("title", settings.title);
  fields.text("publisher", settings.publisher);
  fields.text("doi", settings.doi);
  fields.text("abstract", settings.abstract);
  fields.text("licence", settings.licence);
  fields.whole_number("year", settings.year, 1900, 2200);
  settings.creators = listed_texts(fields, "creators");
  settings.keywords = listed_texts(fields, "keywords");
  std::string wording;
  fields.text("wording", wording);
  if (!wording.empty()) {
    const auto path = (std::filesystem::absolute(folder) / wording).lexically_normal();
    if (!std::filesystem::exists(std::filesystem::symlink_status(path)))
      yaml::refuse_yaml(file, fields.find("wording")->at, "there is no file " + wording,
                        "correct the name, or put the file there");
    settings.wording = path.string();
  }
  return settings;
}

}  // namespace moniker::study
