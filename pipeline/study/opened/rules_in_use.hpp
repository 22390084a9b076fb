#pragma once
#include <filesystem>
#include <memory>

#include "config/config.hpp"
#include "opened/options.hpp"
#include "replace/generalisations.hpp"
#include "rules/rule_set.hpp"
#include "words/name_lists.hpp"

namespace moniker::study {

/// The rules as moniker.yaml chooses them, compiled, and the lists beside them.
struct RulesInUse {
  rules::RuleSet set;
  std::filesystem::path lists;
  replace::OperatorChoices operators;  // moniker.yaml's, and the labels' own where it chooses none
  words::NameLists names;
  /// What words are made coarser by. Read when it is first asked for, and kept; by one thread at a time.
  std::shared_ptr<const replace::Generalisations> generalisations() const;
  mutable std::shared_ptr<const replace::Generalisations> read_generalisations{};
};

/// So much of the rule set's digest is logged with every transcript.
constexpr std::size_t rules_digits = 32;

/// Throws Error{usage}: anything wrong with the rules.
RulesInUse load_rules(const StudyConfig& config, const RunOptions& options);

/// Names in moniker.yaml that only other stages can judge: issues, formats, operators with their settings, labels.
/// Throws Error{usage} with the place of one that there is not.
void check_names(const StudyConfig& config, const rules::RuleSet& rules);

}  // namespace moniker::study
