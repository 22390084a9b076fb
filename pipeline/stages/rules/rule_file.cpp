// A rule file's shape: which keys there are, of which type, in which kind of rule. Meaning (whether a class or a list
// exists, whether a pattern compiles) is for rule_set.cpp. Every value keeps its place, since whoever reads the message
// has the file open.
#include "rules/rule_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "rules/yaml_reader.hpp"

namespace moniker::rules {
namespace {

using Node = YAML::Node;

constexpr std::string_view kinds[] = {"regex", "list", "context", "keep", "tagger"};

std::vector<Located> located(const YamlReader& yaml, const Node& node, std::string_view key) {
  std::vector<Located> list;
  for (auto& [text, at] : yaml.texts(node, key)) list.push_back({std::move(text), at});
  return list;
}

LabelSpec label_spec(const YamlReader& yaml, const Node& name, const Node& body) {
  LabelSpec label{.name = yaml.text(name, "labels"), .at = YamlReader::at(name)};
  const auto into = [&](float& value, std::string_view key) {
    return [&yaml, &value, key](const Node& n) { value = yaml.number(n, key); };
  };
  yaml.map(body, "a label",
           {{"balanced", into(label.balanced, "balanced")},
            {"strict", into(label.strict, "strict")},
            {"light", into(label.light, "light")},
            {"review", into(label.review, "review")}});
  return label;
}

ClassSpec class_spec(const YamlReader& yaml, const Node& name, const Node& body) {
  ClassSpec spec{.name = yaml.text(name, "classes"), .file = yaml.shown(), .at = YamlReader::at(name)};
  const auto where = [&](const Node& node) {
    if (!node.IsMap())
      yaml.fail(YamlReader::at(node), "`where` is not a map of columns", "write it like where: {tier: [1, 2]}");
    for (const auto& column : node) spec.where[yaml.text(column.first, "where")] = yaml.words(column.second, "where");
  };
  yaml.map(body, "a class",
           {{"lists", [&](const Node& n) { spec.lists = located(yaml, n, "lists"); }},
            {"where", where},
            {"words", [&](const Node& n) { spec.words = yaml.words(n, "words"); }},
            {"endings", [&](const Node& n) { spec.endings = yaml.flag(n, "endings"); }},
            {"except", [&](const Node& n) { spec.except = yaml.words(n, "except"); }},
            {"is", [&](const Node& n) {
               spec.is = Located{yaml.text(n, "is"), YamlReader::at(n)};
             }}});
  if (spec.is && !(spec.lists.empty() && spec.words.empty() && spec.except.empty() && spec.where.empty())) {
    yaml.fail(spec.at, fmt::format("class \"{}\" has both `is` and words of its own", spec.name),
              "give the words a class of their own and name it in `is`");
  }
  return spec;
}

ContextSpec context_spec(const YamlReader& yaml, const Node& node) {
  ContextSpec context;
  yaml.map(node, "`context`",
           {{"words", [&](const Node& n) { context.words = yaml.words(n, "words"); }},
            {"before", [&](const Node& n) { context.before = yaml.count(n, "before"); }},
            {"after", [&](const Node& n) { context.after = yaml.count(n, "after"); }},
            {"raise", [&](const Node& n) { context.raise = yaml.number(n, "raise"); }},
            {"lower", [&](const Node& n) { context.lower = yaml.number(n, "lower"); }}});
  if (context.words.empty()) {
    yaml.fail(YamlReader::at(node), "`context` has no words", "list them like words: [hospital number, mrn]");
  }
  return context;
}

void read_examples(const YamlReader& yaml, const Node& node, std::vector<ExampleSpec>& examples) {
  const auto read = [&](bool match, std::string_view key) {
    return [&yaml, &examples, match, key](const Node& n) {
      for (auto& [text, at] : yaml.texts(n, key)) {
        const bool marked = text.find("«") != std::string::npos;
        if (marked != match) {
          yaml.fail(at, match ? "this example marks nothing" : "this example marks something that must not match",
                    match ? "put « and » round what must be masked" : "remove « and », or move it to `match`");
        }
        examples.push_back({std::move(text), at, match});
      }
    };
  };
  yaml.map(node, "`examples`", {{"match", read(true, "match")}, {"no_match", read(false, "no_match")}});
}

YamlReader::Keys rule_keys(const YamlReader& yaml, RuleSpec& rule) {
  const auto text = [&yaml](std::string& value, std::string_view key) {
    return [&yaml, &value, key](const Node& n) { value = yaml.text(n, key); };
  };
  const auto flag = [&yaml](bool& value, std::string_view key) {
    return [&yaml, &value, key](const Node& n) { value = yaml.flag(n, key); };
  };
  const auto score = [&yaml](std::optional<float>& value, std::string_view key) {
    return [&yaml, &value, key](const Node& n) { value = yaml.number(n, key); };
  };
  const auto place = [&yaml](std::optional<Located>& value, std::string_view key) {
    return [&yaml, &value, key](const Node& n) { value = Located{yaml.text(n, key), YamlReader::at(n)}; };
  };
  const auto patterns = [&yaml, &rule](const Node& n) { rule.patterns = located(yaml, n, "pattern"); };
  return {{"id", text(rule.id, "id")},
          {"kind", text(rule.kind, "kind")},
          {"label", text(rule.label, "label")},
          {"subtype", text(rule.subtype, "subtype")},
          {"profiles", [&yaml, &rule](const Node& n) { rule.profiles = located(yaml, n, "profiles"); }},
          {"score", [&yaml, &rule](const Node& n) { rule.score = yaml.number(n, "score"); }},
          {"pattern", patterns},
          {"patterns", patterns},
          {"group", [&yaml, &rule](const Node& n) { rule.group = static_cast<int>(yaml.count(n, "group")); }},
          {"whole_word", flag(rule.whole_word, "whole_word")},
          {"ignore_case", flag(rule.ignore_case, "ignore_case")},
          {"validator", place(rule.validator, "validator")},
          {"invalid", score(rule.invalid, "invalid")},
          {"words", place(rule.words, "words")},
          {"start", score(rule.start, "start")},
          {"lower", score(rule.lower, "lower")},
          {"uncased", score(rule.uncased, "uncased")},
          {"teach", flag(rule.teach, "teach")},
          {"firm", flag(rule.firm, "firm")},
          {"model", place(rule.model, "model")},
          {"overrules", score(rule.overrules, "overrules")},
          {"context", [&yaml, &rule](const Node& n) { rule.context = context_spec(yaml, n); }},
          {"not_near", [&yaml, &rule](const Node& n) { rule.not_near = yaml.words(n, "not_near"); }},
          {"examples", [&yaml, &rule](const Node& n) { read_examples(yaml, n, rule.examples); }}};
}

/// Which keys mean nothing for a kind, so that a misplaced one is told and not ignored.
struct Misplaced {
  std::string_view kind, key, belongs;
  bool (*there)(const RuleSpec&);
};
constexpr Misplaced misplaced[] = {
    {"regex", "words", "list", [](const RuleSpec& r) { return r.words.has_value(); }},
    {"context", "words", "list", [](const RuleSpec& r) { return r.words.has_value(); }},
    {"list", "pattern", "regex, context or keep", [](const RuleSpec& r) { return !r.patterns.empty(); }},
    {"list", "validator", "regex", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"context", "validator", "regex", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"keep", "validator", "regex", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"keep", "label", "regex, list or context", [](const RuleSpec& r) { return !r.label.empty(); }},
    {"regex", "firm", "keep", [](const RuleSpec& r) { return r.firm; }},
    {"list", "firm", "keep", [](const RuleSpec& r) { return r.firm; }},
    {"context", "firm", "keep", [](const RuleSpec& r) { return r.firm; }},
    {"keep", "teach", "list or context", [](const RuleSpec& r) { return r.teach; }},
    {"tagger", "words", "list", [](const RuleSpec& r) { return r.words.has_value(); }},
    {"tagger", "pattern", "regex, context or keep", [](const RuleSpec& r) { return !r.patterns.empty(); }},
    {"tagger", "validator", "regex", [](const RuleSpec& r) { return r.validator.has_value(); }},
    {"tagger", "firm", "keep", [](const RuleSpec& r) { return r.firm; }},
    {"regex", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"list", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"context", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"keep", "model", "tagger", [](const RuleSpec& r) { return r.model.has_value(); }},
    {"regex", "teach", "list or context", [](const RuleSpec& r) { return r.teach; }},
};

void check_rule(const YamlReader& yaml, const RuleSpec& rule) {
  const auto need = [&](bool there, std::string_view key, std::string remedy) {
    if (there) return;
    yaml.fail(rule.at,
              rule.id.empty() ? fmt::format("this rule has no `{}`", key)
                              : fmt::format("rule \"{}\" has no `{}`", rule.id, key),
              std::move(remedy));
  };
  need(!rule.id.empty(), "id", "give it a short name of lower-case words with hyphens");
  need(!rule.kind.empty(), "kind", "one of regex, list, context, keep, tagger");
  if (std::find(std::begin(kinds), std::end(kinds), rule.kind) == std::end(kinds)) {
    yaml.fail(rule.at, fmt::format("rule \"{}\" is of the unknown kind `{}`", rule.id, rule.kind),
              "one of regex, list, context, keep, tagger");
  }
  for (const Misplaced& one : misplaced) {
    if (one.kind == rule.kind && one.there(rule)) {
      yaml.fail(rule.at, fmt::format("rule \"{}\" is of kind {} and has `{}`", rule.id, rule.kind, one.key),
                fmt::format("the key belongs to rules of kind {}", one.belongs));
    }
  }
  if (rule.kind != "keep") need(!rule.label.empty(), "label", "name a label of labels.yaml");
  if (rule.kind == "list") need(rule.words.has_value(), "words", "name a class");
  if (rule.kind == "tagger") need(rule.model.has_value(), "model", "name a model of rules/models");
  if (rule.kind == "regex" || rule.kind == "context" || rule.kind == "keep")
    need(!rule.patterns.empty() || (rule.kind == "keep" && rule.words), "pattern", "write what it finds");
}

RuleSpec rule_spec(const YamlReader& yaml, const Node& node) {
  RuleSpec rule;
  rule.file = yaml.shown();
  rule.at = YamlReader::at(node);
  yaml.map(node, "a rule", rule_keys(yaml, rule));
  check_rule(yaml, rule);
  return rule;
}

RuleFile read_document(const YamlReader& yaml, const Node& root) {
  RuleFile file;
  if (root.IsNull()) return file;
  const auto labels = [&](const Node& node) {
    if (!node.IsMap())
      yaml.fail(YamlReader::at(node), "`labels` is not a map", "write it like labels: {PERSON: {balanced: 0.5}}");
    for (const auto& entry : node) file.labels.push_back(label_spec(yaml, entry.first, entry.second));
  };
  const auto classes = [&](const Node& node) {
    if (!node.IsMap())
      yaml.fail(YamlReader::at(node), "`classes` is not a map", "write it like classes: {kin: {words: [sister]}}");
    for (const auto& entry : node) file.classes.push_back(class_spec(yaml, entry.first, entry.second));
  };
  const auto rules = [&](const Node& node) {
    if (!node.IsSequence()) yaml.fail(YamlReader::at(node), "`rules` is not a list", "start each rule with `- id:`");
    for (const Node& rule : node) file.rules.push_back(rule_spec(yaml, rule));
  };
  yaml.map(root, "a rule file", {{"labels", labels}, {"classes", classes}, {"rules", rules}});
  return file;
}

}  // namespace

RuleFile parse_rule_file(std::string_view yaml, const std::string& shown) {
  const YamlReader reader(shown);
  if (find_invalid_utf8(yaml) != std::string_view::npos) reader.fail({}, "the file is not UTF-8", "save it as UTF-8");
  try {
    return read_document(reader, YAML::Load(std::string(yaml)));
  } catch (const YAML::Exception& error) {
    // Rule files hold no words of a transcript: the parser's own message may be shown.
    reader.fail({static_cast<std::uint32_t>(error.mark.line + 1), static_cast<std::uint32_t>(error.mark.column + 1)},
                error.msg, "check indentation, quotes and brackets near here");
  }
}

}  // namespace moniker::rules
