#include "base/bundle.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "inspect/inspect_page.hpp"

namespace moniker::cli {

int run_inspect(const Arguments& arguments, Terminal& terminal) {
  std::vector<std::string> files;
  for (const std::string& operand : arguments.rest) {
    for (const auto& file : deliveries_in(operand)) files.push_back(file.string());
  }
  const words::Language language = language_of(arguments, terminal);
  JsonList list(arguments, terminal);
  bool refused = false;
  for (const std::string& file : files) {
    const inspect::InspectPage page{language, file, inspect::inspect(file, language), arguments.has("show-text")};
    refused |= page.inspected.failure.has_value();
    if (list.wanted())
      list.add(as_json(page));
    else
      terminal.print_page((file == files.front() ? "" : "\n") + as_text(page, terminal.out_style()));
  }
  list.finish();
  return refused ? static_cast<int>(Fault::input) : 0;
}

}  // namespace moniker::cli
