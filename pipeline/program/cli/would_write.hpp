#pragma once
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/layout.hpp"
#include "cli/command.hpp"
#include "rehearsal/rehearsal.hpp"

namespace moniker::cli {

/// What --dry-run says: all that would be written; as JSON what the command itself would say, too.
template <class Page>
void show_would_write(const Arguments& arguments, Terminal& terminal, const Page& page, study::Changes changes) {
  for (auto* files : {&changes.made, &changes.rewritten, &changes.removed}) std::sort(files->begin(), files->end());
  if (!arguments.has("json")) return terminal.print_page(as_text(changes, terminal.out_style()));
  nlohmann::ordered_json json = as_json(page);
  json["dry_run"] = true;
  json["writes"] = as_json(changes);
  terminal.print(json.dump(2) + "\n");
}

/// What a record more rewrites: the log, its signature, its head, and the witness where there is one.
std::vector<std::string> files_of_a_record(const StudyLayout& layout, const std::filesystem::path& witness);

}  // namespace moniker::cli
