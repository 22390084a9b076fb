#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "base/core_dumps.hpp"
#include "cli/command.hpp"
#include "cli/foreign_exception.hpp"
#include "cli/next_command.hpp"
#include "cli/reach.hpp"
#include "cli/study_here.hpp"
#include "cli/where_page.hpp"

namespace {

using namespace moniker;
using namespace moniker::cli;

/// From here on the process is kept to what the command is about; nothing was read but moniker.yaml.
void enter_sandbox(const Command& command, const Arguments& arguments, const Terminal& terminal) {
  Terminal::user();  // asking who that is may want a socket
  sandbox::confine(reach_of(command, arguments, terminal));
}

/// `moniker` alone.
int tell_where_you_are(bool confined, Terminal& terminal) {
  const std::filesystem::path study = study_here();
  if (confined) {
    constexpr Command looking{.name = "moniker", .reach = reads_operands};
    enter_sandbox(looking, study.empty() ? Arguments{} : Arguments{.rest = {study.string()}}, terminal);
  }
  terminal.print_page(as_text(where_you_are(study), terminal.out_style()));
  return 0;
}

int run(std::vector<std::string> words, Terminal& terminal) {
  const bool confined = std::erase(words, "--no-sandbox") == 0;
  if (!confined)
    terminal.say(
        "moniker: warning: without the sandbox a file that breaks a reader can do all that this account can\n");
  if (words.empty()) return tell_where_you_are(confined, terminal);
  std::string name = words.front();
  if (name == "--help" || name == "-h") name = "help";
  if (name == "--version" || name == "-V") name = "version";
  const Command* command = find_command(name);
  if (command == nullptr) throw unknown_command(name);
  Arguments arguments = parse_arguments(*command, std::span(words).subspan(1));
  if (arguments.has("help")) {
    terminal.print(help_of(*command, terminal.page_width()));
    return 0;
  }
  take_study_here(*command, arguments);
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
    tell_failure(problem, argc > 1 ? argv[1] : "", terminal);
    return static_cast<int>(problem.fault);
  }
}
