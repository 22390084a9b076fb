#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "detect/examples.hpp"
#include "rules/rule_set.hpp"

namespace moniker::look {

/// What rules there are.
struct RulesPage {
  struct Row {
    std::string id{}, kind{}, label{}, subtype{}, place{};
    bool slow = false;
  };
  std::vector<Row> rows{};
};
RulesPage rules_page(const rules::RuleSet& rules);
std::string as_text(const RulesPage& page, const Style& style);
nlohmann::ordered_json as_json(const RulesPage& page);

/// What became of the rules' own examples.
struct ExamplesPage {
  detect::ExampleReport report{};
};
std::string as_text(const ExamplesPage& page, const Style& style);
nlohmann::ordered_json as_json(const ExamplesPage& page);

/// The examples in each of these profiles, added up.
ExamplesPage test_profiles(rules::RuleSources sources, const std::vector<std::string>& profiles);

}  // namespace moniker::look
