#include <fmt/format.h>

#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "config/config.hpp"
#include "look/explain_page.hpp"
#include "opened/who_is_meant.hpp"

namespace moniker::cli {
namespace {

/// What a run of the study made of the people on the page.
look::ExplainPage with_people(look::ExplainPage page, const study::WhoIsMeant& who, const rules::RuleSet& rules) {
  page.speaks = who.speaker(page.file, page.turn.speaker);
  for (const Finding& finding : page.explained.findings) {
    std::string meant = who.name(page.file, page.turn, finding.bytes, rules.label(finding.label), rules.language());
    if (!meant.empty()) page.meant[finding.bytes.begin] = std::move(meant);
  }
  return page;
}

}  // namespace

int run_explain(const Arguments& arguments, Terminal& terminal) {
  const bool jsonl = is_jsonl(arguments, "output", "plain");
  const auto [rules, people] = study_rules(arguments, terminal);
  std::optional<study::WhoIsMeant> who;
  if (arguments.has("study"))
    who = study::WhoIsMeant::of(study::read_config(arguments.value("study")), study_key(arguments, terminal));
  JsonList list(arguments, terminal);
  bool first = true;
  for (const std::string& operand : arguments.rest) {
    look::explain(rules, people, look::read_place(operand), [&, &rules = rules](const look::ExplainPage& found) {
      const look::ExplainPage page = who ? with_people(found, *who, rules) : found;
      if (list.wanted())
        list.add(as_json(page, rules));
      else if (jsonl)
        terminal.print(as_json(page, rules).dump() + "\n");
      else
        terminal.print_page((first ? "" : "\n") + as_text(page, rules, terminal.out_style()));
      first = false;
    });
  }
  list.finish();
  return 0;
}

}  // namespace moniker::cli
