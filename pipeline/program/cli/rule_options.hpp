#pragma once
#include "cli/command.hpp"
#include "rules/rule_set.hpp"

namespace moniker::cli {

/// What --rules, --language, --profile and --extra say.
rules::RuleSources rule_sources(const Arguments& arguments, const Terminal& terminal);

/// The language that these say, for a command that asks for no rules.
words::Language language_of(const Arguments& arguments, const Terminal& terminal);

/// The rules, and the register where --study names a study. Its own rules, language and profile count then, save
/// where an option says otherwise.
struct RulesAndPeople {
  rules::RuleSet rules;
  Register people{};
};
RulesAndPeople study_rules(const Arguments& arguments, const Terminal& terminal);

}  // namespace moniker::cli
