#include "cli/next_command.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"

namespace moniker::cli {

std::string next_command(const Problem& problem, std::string_view command) {
  if (problem.remedy.find('`') != std::string::npos) return {};
  const Command* const row = find_command(command);
  if (problem.fault == Fault::integrity) return "moniker audit verify";
  const bool is_typed = problem.file.empty() && problem.fault == Fault::usage;
  if (row == nullptr) return "moniker help";
  if (is_typed) return fmt::format("moniker help {}", command);
  const bool of_study = (row->reach & (writes_study | wants_study)) != 0;
  return of_study ? "moniker doctor" : fmt::format("moniker help {}", command);
}

void tell_failure(const Problem& problem, std::string_view command, Terminal& terminal) {
  terminal.complain(problem);
  const std::string next = next_command(problem, command);
  if (terminal.err_is_terminal() && !next.empty()) terminal.say("moniker: next: `" + next + "`\n");
}

}  // namespace moniker::cli
