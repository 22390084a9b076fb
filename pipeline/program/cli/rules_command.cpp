#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "look/rules_page.hpp"

namespace moniker::cli {
namespace {

/// Without --profile, of every profile.
std::vector<std::string> profiles_of(const Arguments& arguments) {
  if (arguments.has("profile")) return {arguments.value("profile")};
  return {"balanced", "strict", "light"};
}

}  // namespace

int run_rules(const Arguments& arguments, Terminal& terminal) {
  rules::RuleSources sources = rule_sources(arguments, terminal);
  sources.cache.clear();  // examples are wanted, and complaints about the files as they are
  if (arguments.rest.front() == "list") {
    show(arguments, terminal, look::rules_page(rules::RuleSet::load(sources)));
    return 0;
  }
  const look::ExamplesPage page = look::test_profiles(sources, profiles_of(arguments));
  show(arguments, terminal, page);
  return page.report.failures.empty() ? 0 : static_cast<int>(Fault::usage);
}

}  // namespace moniker::cli
