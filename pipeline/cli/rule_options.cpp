#include "cli/rule_options.hpp"

#include "study/config.hpp"

namespace moniker {

RuleSources rule_sources(const Arguments& arguments, const Terminal& terminal) {
  RuleSources sources{.rules = terminal.rules_folder(arguments.value("rules")),
                      .language = arguments.value("language", "en-GB"),
                      .profile = arguments.value("profile", "balanced"),
                      .extra = {},
                      .tagger = !arguments.has("no-tagger")};
  for (const std::string& file : arguments.values("extra")) sources.extra.emplace_back(file);
  return sources;
}

RulesAndPeople study_rules(const Arguments& arguments, const Terminal& terminal) {
  RuleSources sources = rule_sources(arguments, terminal);
  if (!arguments.has("study")) return {RuleSet::load(sources), {}};
  const StudyConfig config = read_config(arguments.value("study"));
  sources.language = arguments.value("language", config.language);
  sources.profile = arguments.value("profile", config.profile);
  sources.extra = config.extra_rules;
  sources.tagger = sources.tagger && config.tagger;
  Register people = read_register(config);
  return {RuleSet::load(sources), std::move(people)};
}

}  // namespace moniker
