#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "base/core_dumps.hpp"
#include "cli/command.hpp"
#include "cli/foreign_exception.hpp"
#include "cli/reach.hpp"

namespace {

using namespace moniker;
using namespace moniker::cli;

/// From here on the process is kept to what the command is about; nothing was read but moniker.yaml.
void enter_sandbox(const Command& command, const Arguments& arguments, const Terminal& terminal) {
  Terminal::user();  // asking who that is may want a socket
  sandbox::confine(reach_of(command, arguments, terminal));
}

int run(std::vector<std::string> words, Terminal& terminal) {
  const bool confined = std::erase(words, "--no-sandbox") == 0;
  if (!confined)
    terminal.say(
        "moniker: warning: without the sandbox a file that breaks a reader can do all that this account can\n");
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
  terminal.set_confined(confined);
  if (confined) enter_sandbox(*command, arguments, terminal);
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
