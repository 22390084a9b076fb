#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/command.hpp"

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
  moniker::cli::Terminal terminal(argv[0]);
  try {
    return run({argv + 1, argv + argc}, terminal);
  } catch (const moniker::Error& error) {
    terminal.complain(error.problem());
    return static_cast<int>(error.problem().fault);
  } catch (const std::exception&) {
    // The text of a foreign exception might quote its input, so it is not shown.
    terminal.complain({.fault = moniker::Fault::input,
                       .file = {},
                       .at = {},
                       .what = "something unforeseen went wrong",
                       .remedy = "nothing was half-written; please report the command and the kind of file"});
    return static_cast<int>(moniker::Fault::input);
  }
}
