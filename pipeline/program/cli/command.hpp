#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.hpp"

namespace moniker::cli {

/// One option of a command. `argument` is empty for a switch; of more than one word, the option takes as many values.
struct OptionSpec {
  std::string_view name{};
  char letter = 0;
  std::string_view argument{};
  std::string_view says{};
};

/// What was typed, as plain values.
struct Arguments {
  std::map<std::string, std::vector<std::string>, std::less<>> options{};
  std::vector<std::string> rest{};
  bool has(std::string_view option) const { return options.contains(option); }
  std::string value(std::string_view option, std::string fallback = {}) const;
  std::vector<std::string> values(std::string_view option) const;
  unsigned number(std::string_view option, unsigned fallback) const;  // throws Error{usage}
  double decimal(std::string_view option, double fallback) const;     // not negative; throws Error{usage}
};

/// A row of the table in commands.cpp; help, man page and completion are made from it.
struct Command {
  std::string_view name{};
  std::string_view operands{};      // as in the usage line: "STUDY | FILE..."
  std::size_t least = 0, most = 0;  // operands
  std::string_view says{};          // one line
  std::string_view details{};       // paragraphs of the manual
  std::span<const OptionSpec> options{};
  std::span<const std::string_view> words{};          // fixed first operands: verify, show
  int (*run)(const Arguments&, Terminal&) = nullptr;  // gives the exit status
};
std::span<const Command> commands();
const Command* find_command(std::string_view name);

Error unknown_command(std::string_view name);

/// Help as text, all of it made from the table.
std::string overview();
std::string help_of(const Command& command);
std::string man_page();
std::string bash_completion();

/// Throws Error{usage}: an unknown option, a missing argument, too few or too many operands.
Arguments parse_arguments(const Command& command, std::span<const std::string> words);

int run_init(const Arguments&, Terminal&);
int run_keygen(const Arguments&, Terminal&);
int run_check(const Arguments&, Terminal&);
int run_check_against(const Arguments&, Terminal&);  // check --against
int run_inspect(const Arguments&, Terminal&);
int run_detect(const Arguments&, Terminal&);
int run_explain(const Arguments&, Terminal&);
int run_filter(const Arguments&, Terminal&);
int run_run(const Arguments&, Terminal&);
int run_plan(const Arguments&, Terminal&);
int run_scan(const Arguments&, Terminal&);
int run_assign(const Arguments&, Terminal&);
int run_apply(const Arguments&, Terminal&);
int run_finish(const Arguments&, Terminal&);
int run_withdraw(const Arguments&, Terminal&);
int run_retention(const Arguments&, Terminal&);
int run_relink(const Arguments&, Terminal&);
int run_decrypt(const Arguments&, Terminal&);
int run_export(const Arguments&, Terminal&);
int run_audit(const Arguments&, Terminal&);
int run_rules(const Arguments&, Terminal&);
int run_eval(const Arguments&, Terminal&);
int run_help(const Arguments&, Terminal&);
int run_version(const Arguments&, Terminal&);

}  // namespace moniker::cli
