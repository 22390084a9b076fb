#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "detect/detector.hpp"

namespace moniker {
namespace {

int list(const RuleSet& rules, bool json, Terminal& terminal) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Rule& rule : rules.rules()) {
    const std::string& label = rules.label(rule.label).name;
    const std::string place = rule.file.empty() ? "built in" : fmt::format("{}:{}", rule.file, rule.at.line);
    if (json) {
      all.push_back({{"id", rule.id}, {"kind", rule.kind}, {"label", label}, {"subtype", rule.subtype}, {"place", place}});
    } else {
      terminal.print(fmt::format("{:<34} {:<9} {:<12} {}\n", rule.id, rule.kind, label, place));
    }
  }
  if (json) terminal.print(all.dump(2) + "\n");
  return 0;
}

int test(const RuleSet& rules, bool json, Terminal& terminal) {
  const ExampleReport report = test_rules(rules);
  nlohmann::ordered_json failures = nlohmann::ordered_json::array();
  for (const ExampleFailure& failure : report.failures) {
    if (json) {
      failures.push_back({{"rule", failure.rule}, {"file", failure.file}, {"line", failure.at.line}, {"what", failure.what}});
    } else {
      terminal.print(fmt::format("{}:{}: rule \"{}\": {}\n", failure.file, failure.at.line, failure.rule, failure.what));
    }
  }
  if (json) {
    terminal.print(nlohmann::ordered_json{{"rules", report.rules}, {"examples", report.examples}, {"failures", failures}}.dump(2) + "\n");
  } else {
    terminal.print(fmt::format("{} rules, {} examples, {} failed\n", report.rules, report.examples, report.failures.size()));
  }
  return report.failures.empty() ? 0 : static_cast<int>(Fault::usage);
}

}  // namespace

int run_rules(const Arguments& arguments, Terminal& terminal) {
  const RuleSet rules = RuleSet::load(rule_sources(arguments, terminal));
  const bool json = arguments.has("json");
  return arguments.rest.front() == "list" ? list(rules, json, terminal) : test(rules, json, terminal);
}

}  // namespace moniker
