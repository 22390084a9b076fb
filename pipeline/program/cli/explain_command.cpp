#include <fmt/format.h>

#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "look/explain_page.hpp"

namespace moniker::cli {

int run_explain(const Arguments& arguments, Terminal& terminal) {
  const bool jsonl = is_jsonl(arguments, "output", "plain");
  const auto [rules, people] = study_rules(arguments, terminal);
  JsonList list(arguments, terminal);
  bool first = true;
  for (const std::string& operand : arguments.rest) {
    look::explain(rules, people, look::read_place(operand), [&, &rules = rules](const look::ExplainPage& page) {
      if (list.wanted())
        list.add(as_json(page, rules));
      else if (jsonl)
        terminal.print(as_json(page, rules).dump() + "\n");
      else
        terminal.print((first ? "" : "\n") + as_text(page, rules, terminal.out_style()));
      first = false;
    });
  }
  list.finish();
  return 0;
}

}  // namespace moniker::cli
