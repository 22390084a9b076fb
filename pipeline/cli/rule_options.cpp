#include "cli/rule_options.hpp"

namespace moniker {

RuleSources rule_sources(const Arguments& arguments, const Terminal& terminal) {
  RuleSources sources{.rules = terminal.rules_folder(arguments.value("rules")),
                      .language = arguments.value("language", "en-GB"),
                      .profile = arguments.value("profile", "balanced"),
                      .extra = {}};
  for (const std::string& file : arguments.values("extra")) sources.extra.emplace_back(file);
  return sources;
}

}  // namespace moniker
