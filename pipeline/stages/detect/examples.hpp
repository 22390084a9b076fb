#pragma once
#include <string>
#include <vector>

#include "moniker/utterance.hpp"
#include "rules/rule_set.hpp"

namespace moniker::detect {

/// The rules' own examples, run: in the profile balanced of every rule, in another of those that name it. One line a
/// failure: rule id, file:line, what was expected.
struct ExampleFailure {
  std::string rule{}, file{};
  Position at{};
  std::string what{};  // examples are the rule author's words, not a transcript's: they may be shown
};
struct ExampleReport {
  std::size_t rules = 0, examples = 0;
  std::vector<ExampleFailure> failures{};
};
ExampleReport test_rules(const rules::RuleSet& rules);

}  // namespace moniker::detect
