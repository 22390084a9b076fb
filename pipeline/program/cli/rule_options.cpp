#include "cli/rule_options.hpp"

#include "config/config.hpp"

namespace moniker::cli {
namespace {

std::vector<std::string> languages_of(const Arguments& arguments) {
  return arguments.has("language") ? arguments.values("language") : std::vector<std::string>{"en-GB"};
}

}  // namespace

words::Language language_of(const Arguments& arguments, const Terminal& terminal) {
  return words::Language::load(terminal.rules_folder(arguments.value("rules")), languages_of(arguments));
}

rules::RuleSources rule_sources(const Arguments& arguments, const Terminal& terminal) {
  rules::RuleSources sources{.rules = terminal.rules_folder(arguments.value("rules")),
                             .languages = languages_of(arguments),
                             .profile = arguments.value("profile", "balanced"),
                             .extra = {},
                             .off = arguments.values("off"),
                             .tagger = !arguments.has("no-tagger"),
                             .cache = terminal.cache_folder()};
  for (const std::string& file : arguments.values("extra")) sources.extra.emplace_back(file);
  return sources;
}

RulesAndPeople study_rules(const Arguments& arguments, const Terminal& terminal) {
  rules::RuleSources sources = rule_sources(arguments, terminal);
  if (!arguments.has("study")) return {rules::RuleSet::load(sources), {}};
  const study::StudyConfig config = study::read_config(arguments.value("study"));
  if (!arguments.has("language")) sources.languages = config.languages;
  sources.profile = arguments.value("profile", config.profile);
  sources.extra = config.extra_rules;
  sources.off.insert(sources.off.end(), config.rules_off.begin(), config.rules_off.end());
  sources.tagger = sources.tagger && config.tagger;
  Register people = study::read_register(config);
  return {rules::RuleSet::load(sources), std::move(people)};
}

}  // namespace moniker::cli
