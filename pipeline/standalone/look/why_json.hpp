#pragma once
#include <nlohmann/json.hpp>

#include "detect/explain.hpp"

namespace moniker::look {

/// Claims for machines: rule, place of the rule, words (as bytes), scores, context and fate. No words of a
/// transcript: context words are the rules' own.
nlohmann::ordered_json why_json(const rules::RuleSet& rules, const std::vector<rules::ClaimTrace>& claims);

/// A score as it is shown: three places at most.
double shown_score(float score);

/// Where a rule stands: "rules/en-GB/names.yaml:57", or "built in".
std::string rule_place(const rules::Rule& rule);

}  // namespace moniker::look
