#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "detect/examples.hpp"

namespace moniker::cli {
namespace {

int list(const rules::RuleSet& rules, bool json, Terminal& terminal) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const rules::Rule& rule : rules.rules()) {
    const std::string& label = rules.label(rule.label).name;
    const std::string place = rule.file.empty() ? "built in" : fmt::format("{}:{}", rule.file, rule.at.line);
    if (json) {
      all.push_back(
          {{"id", rule.id}, {"kind", rule.kind}, {"label", label}, {"subtype", rule.subtype}, {"place", place}});
    } else {
      terminal.print(fmt::format("{:<34} {:<9} {:<12} {}\n", rule.id, rule.kind, label, place));
    }
  }
  if (json) terminal.print(all.dump(2) + "\n");
  return 0;
}

/// Without --profile, of every profile.
detect::ExampleReport test_all(const Arguments& arguments, rules::RuleSources sources) {
  if (arguments.has("profile")) return detect::test_rules(rules::RuleSet::load(sources));
  detect::ExampleReport all;
  for (const char* profile : {"balanced", "strict", "light"}) {
    sources.profile = profile;
    detect::ExampleReport one = detect::test_rules(rules::RuleSet::load(sources));
    all.rules += one.rules;
    all.examples += one.examples;
    std::move(one.failures.begin(), one.failures.end(), std::back_inserter(all.failures));
  }
  return all;
}

int test(const detect::ExampleReport& report, bool json, Terminal& terminal) {
  nlohmann::ordered_json failures = nlohmann::ordered_json::array();
  for (const detect::ExampleFailure& failure : report.failures) {
    if (json) {
      failures.push_back(
          {{"rule", failure.rule}, {"file", failure.file}, {"line", failure.at.line}, {"what", failure.what}});
    } else {
      terminal.print(
          fmt::format("{}:{}: rule \"{}\": {}\n", failure.file, failure.at.line, failure.rule, failure.what));
    }
  }
  if (json) {
    terminal.print(
        nlohmann::ordered_json{{"rules", report.rules}, {"examples", report.examples}, {"failures", failures}}.dump(2) +
        "\n");
  } else {
    terminal.print(
        fmt::format("{} rules, {} examples, {} failed\n", report.rules, report.examples, report.failures.size()));
  }
  return report.failures.empty() ? 0 : static_cast<int>(Fault::usage);
}

}  // namespace

int run_rules(const Arguments& arguments, Terminal& terminal) {
  rules::RuleSources sources = rule_sources(arguments, terminal);
  sources.cache.clear();  // examples are wanted, and complaints about the files as they are
  const bool json = arguments.has("json");
  if (arguments.rest.front() == "test") return test(test_all(arguments, sources), json, terminal);
  return list(rules::RuleSet::load(sources), json, terminal);
}

}  // namespace moniker::cli
