#include "opened/rules_in_use.hpp"

#include <fmt/format.h>

#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "replace/operator_choice.hpp"
#include "replace/settings.hpp"
#include "write/writer.hpp"

namespace moniker::study {
namespace {

rules::RuleSources sources_of(const StudyConfig& config, const RunOptions& options) {
  return {.rules = options.rules,
          .languages = config.languages,
          .profile = config.profile,
          .extra = config.extra_rules,
          .off = config.rules_off,
          .tagger = config.tagger,
          .cache = options.cache};
}

}  // namespace

RulesInUse load_rules(const StudyConfig& config, const RunOptions& options) {
  const auto lists = options.rules / "lists";
  rules::RuleSet set = rules::RuleSet::load(sources_of(config, options));
  replace::OperatorChoices operators = config.operators;
  replace::add_defaults(operators.by_label, set.labels());
  replace::give_style(operators, set.labels());
  return {
      .set = std::move(set), .lists = lists, .operators = std::move(operators), .names = words::NameLists::load(lists)};
}

std::shared_ptr<const replace::Generalisations> RulesInUse::generalisations() const {
  if (!read_generalisations) read_generalisations = replace::load_generalisations(lists, set.language());
  return read_generalisations;
}

void check_names(const StudyConfig& config, const rules::RuleSet& rules) {
  check::check_severities(config.checks);
  for (const FormatChoice& format : config.formats) write::write_format_named(format.name, config.file, format.at);
  for (const auto& [name, choice] : config.operators.overrides) {
    replace::check_settings(replace::operator_named(choice.name, config.file, choice.at), choice.settings, config.file,
                            choice.at);
  }
  for (const auto& [label, choice] : config.operators.by_label) {
    replace::check_settings(replace::operator_named(choice.name, config.file, choice.at), choice.settings, config.file,
                            choice.at);
    const std::string coarse = label.substr(0, label.find('/'));
    if (label_named(rules.labels(), coarse)) continue;
    throw Error::usage(fmt::format("no rule gives the label {}", coarse),
                       "`moniker rules list` shows the labels that there are", {config.file, choice.label_at});
  }
}

}  // namespace moniker::study
