#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "base/core_dumps.hpp"
#include "cli/command.hpp"
#include "cli/foreign_exception.hpp"

namespace {

int run(const std::vector<std::string>& words, moniker::cli::Terminal& terminal) {
  using namespace moniker;
  using namespace moniker::cli;
  if (words.empty()) {
    terminal.say(overview());
    return static_cast<int>(Fault::usage);
  }
  std::string name = words.front();
  if (name == "--help" || name == "-h") name = "help";
  if (name == "--version" || name == "-V") name = "version";
  const Command* command = find_command(name);
  if (command == nullptr) throw unknown_command(name);
  const Arguments arguments = parse_arguments(*command, std::span(words).subspan(1));
  if (arguments.has("help")) {
    terminal.print(help_of(*command));
    return 0;
  }
  return command->run(arguments, terminal);
}

}  // namespace

int main(int argc, char** argv) {
  moniker::forbid_core_dumps();
  moniker::cli::Terminal terminal(argv[0]);
  try {
    return run({argv + 1, argv + argc}, terminal);
  } catch (const std::exception& thrown) {
    const moniker::Problem problem =
        moniker::cli::account_of(thrown, argc > 1 ? std::string("moniker ") + argv[1] : "moniker");
    terminal.complain(problem);
    return static_cast<int>(problem.fault);
  }
}
