// A rule file's shape: which keys there are, of which type, in which kind of rule. Meaning (whether a class or a list
// exists, whether a pattern compiles) is for rule_set.cpp. Every value keeps its place, since whoever reads the message
// has the file open.
#include "rules/rule_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/labels.hpp"
#include "yaml/yaml_fields.hpp"

namespace moniker::rules {
namespace {

using yaml::refuse_yaml;
using yaml::YamlFields;
using yaml::YamlNode;

constexpr std::string_view kinds[] = {"regex", "list", "context", "keep", "tagger"};

/// Reads one file; everything that is refused is told with its name.
class Reading {
 public:
  explicit Reading(const std::string& shown) : shown_(shown) {}

  RuleFile document(const YamlNode& root) const {
    RuleFile file;
    const YamlFields fields(root, shown_, "a rule file", {"labels", "classes", "pieces", "rules"});
    if (const YamlNode* node = fields.find("labels")) {
      for (const auto& entry : map(*node, "labels", "write it like labels: {PERSON: {balanced: 0.5}}"))
        file.labels.push_back(label(entry));
    }
    if (const YamlNode* node = fields.find("classes")) {
      for (const auto& entry : map(*node, "classes", "write it like classes: {kin: {words: [sister]}}"))
        file.classes.push_back(word_class(entry));
    }
    if (const YamlNode* node = fields.find("pieces")) {
      for (const auto& [key, at, value] : map(*node, "pieces", "write it like pieces: {digit: 'oh|one|two'}"))
        file.pieces.push_back({key, {yaml::yaml_text(value, shown_, fmt::format("`{}`", key)), at}, shown_});
    }
    if (const YamlNode* node = fields.find("rules")) {
      if (node->kind != YamlNode::Kind::list)
        refuse_yaml(shown_, node->at, "`rules` is not a list", "start each rule with `- id:`");
      for (const YamlNode& one : node->items) file.rules.push_back(rule(one));
    }
    return file;
  }

 private:
  const std::vector<YamlNode::Entry>& map(const YamlNode& node, std::string_view key, std::string remedy) const {
    if (node.kind != YamlNode::Kind::map)
      refuse_yaml(shown_, node.at, fmt::format("`{}` is not a map", key), std::move(remedy));
    return node.entries;
  }

  /// Texts that a column may hold; an empty one is one of them.
  std::vector<YamlNode> accepted(const YamlNode& node) const {
    if (node.kind == YamlNode::Kind::text) return {node};
    const bool texts = node.kind == YamlNode::Kind::list &&
                       std::all_of(node.items.begin(), node.items.end(),
                                   [](const YamlNode& item) { return item.kind == YamlNode::Kind::text; });
    if (!texts) refuse_yaml(shown_, node.at, "`where` is not a map of columns", "write it like where: {tier: [1, 2]}");
    return node.items;
  }

  std::vector<Located> located(const YamlFields& fields, std::string_view key) const {
    std::vector<Located> list;
    for (const YamlNode* node : fields.texts(key)) list.push_back({node->text, node->at});
    return list;
  }
  std::vector<std::string> words(const YamlFields& fields, std::string_view key) const {
    std::vector<std::string> list;
    for (const YamlNode* node : fields.texts(key)) list.push_back(node->text);
    return list;
  }
  std::optional<Located> place(const YamlFields& fields, std::string_view key) const {
    const YamlNode* node = fields.find(key);
    if (!node) return std::nullopt;
    return Located{yaml_text(*node, shown_, fmt::format("`{}`", key)), node->at};
  }
  static std::optional<float> score(const YamlFields& fields, std::string_view key) {
    if (!fields.find(key)) return std::nullopt;
    float value = 0;
    fields.number(key, value, -1, 1);
    return value;
  }
  static std::uint32_t count(const YamlFields& fields, std::string_view key, std::uint32_t otherwise) {
    int value = static_cast<int>(otherwise);
    fields.whole_number(key, value, 0, 1000);
    return static_cast<std::uint32_t>(value);
  }

  Meaning meaning(const YamlNode& node) const {
    const std::string& name = yaml_text(node, shown_, "`means`");
    std::string known;
    for (const auto& [text, means] : meanings) {
      if (text == name) return means;
      known.append(known.empty() ? "one of " : ", ").append(text);
    }
    refuse_yaml(shown_, node.at, fmt::format("a label cannot mean `{}`", name), known);
  }

  LabelSpec label(const YamlNode::Entry& entry) const {
    LabelSpec label{.name = entry.key, .file = shown_, .at = entry.at};
    const YamlFields fields(entry.value, shown_, "a label",
                            {"balanced", "strict", "light", "review", "means", "operator", "placeholder"});
    fields.number("balanced", label.balanced, -1, 1);
    fields.number("strict", label.strict, -1, 1);
    fields.number("light", label.light, -1, 1);
    fields.number("review", label.review, -1, 1);
    if (const YamlNode* node = fields.find("means")) label.means = meaning(*node);
    if (const YamlNode* node = fields.find("operator")) label.by = yaml_text(*node, shown_, "`operator`");
    if (fields.find("placeholder")) label.speaking = words(fields, "placeholder");
    return label;
  }

  ClassSpec word_class(const YamlNode::Entry& entry) const {
    ClassSpec spec{.name = entry.key, .file = shown_, .at = entry.at};
    const YamlFields fields(entry.value, shown_, "a class", {"lists", "where", "words", "endings", "except", "is"});
    spec.lists = located(fields, "lists");
    if (const YamlNode* where = fields.find("where")) {
      for (const auto& column : map(*where, "where", "write it like where: {tier: [1, 2]}")) {
        for (const YamlNode& value : accepted(column.value)) spec.where[column.key].push_back(value.text);
      }
    }
    spec.words = words(fields, "words");
    fields.boolean("endings", spec.endings);
    spec.except = words(fields, "except");
    spec.is = place(fields, "is");
    if (spec.is && !(spec.lists.empty() && spec.words.empty() && spec.except.empty() && spec.where.empty())) {
      refuse_yaml(shown_, spec.at, fmt::format("class `{}` has both `is` and words of its own", spec.name),
                  "give the words a class of their own and name it in `is`");
    }
    return spec;
  }

  ContextSpec context(const YamlNode& node) const {
    ContextSpec context;
    const YamlFields fields(node, shown_, "`context`", {"words", "before", "after", "raise", "lower"});
    context.words = words(fields, "words");
    context.before = count(fields, "before", context.before);
    context.after = count(fields, "after", context.after);
    fields.number("raise", context.raise, -1, 1);
    fields.number("lower", context.lower, -1, 1);
    if (context.words.empty())
      refuse_yaml(shown_, node.at, "`context` has no words", "list them like words: [hospital number, mrn]");
    return context;
  }

  void add_examples(const YamlFields& fields, bool match, std::vector<ExampleSpec>& examples) const {
    for (Located& example : located(fields, match ? "match" : "no_match")) {
      const bool marked = example.text.find("«") != std::string::npos;
      if (marked != match) {
        refuse_yaml(shown_, example.at,
                    match ? "this example marks nothing" : "this example marks something that must not match",
                    match ? "put « and » round what must be masked" : "remove « and », or move it to `match`");
      }
      examples.push_back({std::move(example.text), example.at, match});
    }
  }

  RuleSpec rule(const YamlNode& node) const {
    RuleSpec rule;
    rule.file = shown_;
    rule.at = node.at;
    const YamlFields fields(
        node, shown_, "a rule",
        {"id",      "kind",       "label",       "subtype",   "profiles",  "score",   "pattern",  "patterns",
         "group",   "whole_word", "ignore_case", "validator", "invalid",   "words",   "start",    "lower",
         "uncased", "teach",      "firm",        "model",     "overrules", "context", "not_near", "examples"});
    for (const auto& [key, text] :
         {std::pair{"id", &rule.id}, {"kind", &rule.kind}, {"label", &rule.label}, {"subtype", &rule.subtype}})
      fields.text(key, *text);
    for (const auto& [key, flag] : {std::pair{"whole_word", &rule.whole_word},
                                    {"ignore_case", &rule.ignore_case},
                                    {"teach", &rule.teach},
                                    {"firm", &rule.firm}})
      fields.boolean(key, *flag);
    fields.number("score", rule.score, -1, 1);
    for (const auto& [key, value] : {std::pair{"invalid", &rule.invalid},
                                     {"start", &rule.start},
                                     {"lower", &rule.lower},
                                     {"uncased", &rule.uncased},
                                     {"overrules", &rule.overrules}})
      *value = score(fields, key);
    for (const auto& [key, value] :
         {std::pair{"validator", &rule.validator}, {"words", &rule.words}, {"model", &rule.model}})
      *value = place(fields, key);
    rule.group = static_cast<int>(count(fields, "group", 0));
    rule.profiles = located(fields, "profiles");
    rule.patterns = located(fields, fields.find("patterns") ? "patterns" : "pattern");
    rule.not_near = words(fields, "not_near");
    if (const YamlNode* node_of = fields.find("context")) rule.context = context(*node_of);
    if (const YamlNode* node_of = fields.find("examples")) {
      const YamlFields examples(*node_of, shown_, "`examples`", {"match", "no_match"});
      add_examples(examples, true, rule.examples);
      add_examples(examples, false, rule.examples);
    }
    check(rule);
    return rule;
  }

  void check(const RuleSpec& rule) const;

  const std::string& shown_;
};

/// Which keys mean nothing for a kind, so that a misplaced one is told and not ignored.
struct Misplaced {
  std::string_view kind, key, belongs;
  bool (*there)(const RuleSpec&);
};
constexpr Misplaced misplaced[] = {
    {"regex", "words", "list", [](const RuleSpec& r) { return r.words.has_value(); }},
    {"context", "words", "list", [](const RuleSpec& r) { return r.words.has_value(); }},
    {"list", "pattern", "regex, context or keep", [](const RuleSpec& r) { return !r.patterns.empty(); }},
    {"list", "validator", "regex or tagger", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"context", "validator", "regex or tagger", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"keep", "validator", "regex or tagger", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"keep", "label", "regex, list or context", [](const RuleSpec& r) { return !r.label.empty(); }},
    {"regex", "firm", "context or keep", [](const RuleSpec& r) { return r.firm; }},
    {"list", "firm", "context or keep", [](const RuleSpec& r) { return r.firm; }},
    {"keep", "teach", "list or context", [](const RuleSpec& r) { return r.teach; }},
    {"tagger", "words", "list", [](const RuleSpec& r) { return r.words.has_value(); }},
    {"tagger", "pattern", "regex, context or keep", [](const RuleSpec& r) { return !r.patterns.empty(); }},
    {"tagger", "firm", "context or keep", [](const RuleSpec& r) { return r.firm; }},
    {"regex", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"list", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"context", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"keep", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"regex", "teach", "list or context", [](const RuleSpec& r) { return r.teach; }},
};

void Reading::check(const RuleSpec& rule) const {
  const auto need = [&](bool there, std::string_view key, std::string remedy) {
    if (there) return;
    refuse_yaml(shown_, rule.at,
                rule.id.empty() ? fmt::format("this rule has no `{}`", key)
                                : fmt::format("rule `{}` has no `{}`", rule.id, key),
                std::move(remedy));
  };
  need(!rule.id.empty(), "id", "give it a short name of lower-case words with hyphens");
  need(!rule.kind.empty(), "kind", "one of regex, list, context, keep, tagger");
  if (std::find(std::begin(kinds), std::end(kinds), rule.kind) == std::end(kinds)) {
    refuse_yaml(shown_, rule.at, fmt::format("rule `{}` is of the unknown kind `{}`", rule.id, rule.kind),
                "one of regex, list, context, keep, tagger");
  }
  for (const Misplaced& one : misplaced) {
    if (one.kind == rule.kind && one.there(rule)) {
      refuse_yaml(shown_, rule.at, fmt::format("rule `{}` is of kind {} and has `{}`", rule.id, rule.kind, one.key),
                  fmt::format("the key belongs to rules of kind {}", one.belongs));
    }
  }
  if (rule.kind != "keep") need(!rule.label.empty(), "label", "name a label of labels.yaml");
  if (rule.kind == "list") need(rule.words.has_value(), "words", "name a class");
  if (rule.kind == "tagger") need(rule.model.has_value(), "model", "name a model of rules/models");
  if (rule.kind == "regex" || rule.kind == "context" || rule.kind == "keep")
    need(!rule.patterns.empty() || (rule.kind == "keep" && rule.words), "pattern", "write what it finds");
}

}  // namespace

RuleFile parse_rule_file(std::string_view yaml, const std::string& shown) {
  return Reading(shown).document(yaml::parse_yaml(yaml, shown));
}

}  // namespace moniker::rules
