// Rules, a line each, and their examples.
#include "look/rules_page.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "look/why_json.hpp"

namespace moniker::look {

using Json = nlohmann::ordered_json;

RulesPage rules_page(const rules::RuleSet& rules) {
  RulesPage page;
  for (const rules::Rule& rule : rules.rules())
    page.rows.push_back({rule.id, rule.kind, rules.label(rule.label).name, rule.subtype, rule_place(rule), rule.slow});
  return page;
}

std::string as_text(const RulesPage& page, const Style&) {
  std::string text;
  for (const RulesPage::Row& row : page.rows)
    text += fmt::format("{:<34} {:<9} {:<12} {}{}\n", row.id, row.kind, row.label, row.place,
                        row.slow ? "  (slow: all of every turn is searched)" : "");
  return text;
}

Json as_json(const RulesPage& page) {
  Json all = Json::array();
  for (const RulesPage::Row& row : page.rows) {
    all.push_back({{"id", row.id},
                   {"kind", row.kind},
                   {"label", row.label},
                   {"subtype", row.subtype},
                   {"place", row.place},
                   {"slow", row.slow}});
  }
  return all;
}

ExamplesPage test_profiles(rules::RuleSources sources, const std::vector<std::string>& profiles) {
  ExamplesPage all;
  for (const std::string& profile : profiles) {
    sources.profile = profile;
    detect::ExampleReport one = detect::test_rules(rules::RuleSet::load(sources));
    all.report.rules += one.rules;
    all.report.examples += one.examples;
    std::move(one.failures.begin(), one.failures.end(), std::back_inserter(all.report.failures));
  }
  return all;
}

std::string as_text(const ExamplesPage& page, const Style&) {
  std::string text;
  for (const detect::ExampleFailure& failure : page.report.failures)
    text += fmt::format("{}:{}: rule `{}`: {}\n", failure.file, failure.at.line, failure.rule, failure.what);
  return text + fmt::format("{} rules, {} examples, {} failed\n", page.report.rules, page.report.examples,
                            page.report.failures.size());
}

Json as_json(const ExamplesPage& page) {
  Json failures = Json::array();
  for (const detect::ExampleFailure& failure : page.report.failures) {
    failures.push_back(
        {{"rule", failure.rule}, {"file", failure.file}, {"line", failure.at.line}, {"what", failure.what}});
  }
  return {{"rules", page.report.rules}, {"examples", page.report.examples}, {"failures", std::move(failures)}};
}

}  // namespace moniker::look
