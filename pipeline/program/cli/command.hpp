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

using Run = int(const Arguments&, Terminal&);  // gives the exit status

/// A row of the table in commands.cpp; help, man page and completion are made from it.
struct Command {
  std::string_view name{};
  std::string_view operands{};      // as in the usage line: "STUDY | FILE..."; after the words, where there are any
  std::size_t least = 0, most = 0;  // operands
  std::string_view says{};          // one line
  std::string_view details{};       // paragraphs of the manual
  std::span<const OptionSpec> options{};
  std::vector<std::string_view> (*words)() = nullptr;  // of which the first operand is one: verify, show
  Run* run = nullptr;
};
std::span<const Command> commands();
const Command* find_command(std::string_view name);

std::vector<std::string_view> words_of(const Command& command);  // none where any first operand will do
std::string operands_of(const Command& command);                 // "verify|show STUDY"

Error unknown_command(std::string_view name);

/// Help as text, all of it made from the table.
std::string overview();
std::string help_of(const Command& command);
std::string man_page();
std::string bash_completion();

/// Throws Error{usage}: an unknown option, a missing argument, too few or too many operands.
Arguments parse_arguments(const Command& command, std::span<const std::string> words);

}  // namespace moniker::cli
