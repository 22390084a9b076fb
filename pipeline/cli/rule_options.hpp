#pragma once
#include "cli/command.hpp"
#include "detect/rule_set.hpp"

namespace moniker {

/// What --rules, --language, --profile and --extra say.
RuleSources rule_sources(const Arguments& arguments, const Terminal& terminal);

/// The rules, and the register where --study names a study. Its own rules, language and profile count then, save
/// where an option says otherwise.
struct RulesAndPeople {
  RuleSet rules;
  Register people{};
};
RulesAndPeople study_rules(const Arguments& arguments, const Terminal& terminal);

}  // namespace moniker
