#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.hpp"

namespace moniker::cli {

/// What becomes of the file or folder that an option names: the sandbox lets nothing else through.
enum class Touch { nothing, reads, makes };

/// One option of a command. `argument` is empty for a switch; of more than one word, the option takes as many values.
struct OptionSpec {
  std::string_view name{};
  char letter = 0;
  std::string_view argument{};
  std::string_view says{};
  Touch touch = Touch::nothing;
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

/// What a command touches beside the files of its options, as flags.
using Reach = unsigned;
inline constexpr Reach reads_operands = 1;    // files, folders, studies
inline constexpr Reach makes_operand = 2;     // a folder that need not be there yet; without one, here
inline constexpr Reach writes_study = 4;      // the first operand that is a folder, or the study that one is in
inline constexpr Reach carries_file = 8;      // behind the word export or import
inline constexpr Reach reads_pdf = 16;        // by another program
inline constexpr Reach spills = 32;           // into files without a name, where talk is long
inline constexpr Reach makes_temporary = 64;  // folders among the system's temporary ones
inline constexpr Reach listens = 128;         // on loopback
inline constexpr Reach looks_at_machine = 256;
inline constexpr Reach studies_within = 512;  // where the first operand, or this folder, is no study: those below it
inline constexpr Reach wants_study = 1024;    // [STUDY] may be left out where there is one, and not done without
inline constexpr Reach works_on_study = writes_study | reads_pdf;

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
  Reach reach = 0;
};
std::span<const Command> commands();
const Command* find_command(std::string_view name);

std::vector<std::string_view> words_of(const Command& command);  // none where any first operand will do
std::string operands_of(const Command& command);                 // "verify|show STUDY"

Error unknown_command(std::string_view name);

/// Help as text, all of it made from the table.
std::string overview(std::size_t width = 80);
std::string help_of(const Command& command, std::size_t width = 80);
std::string man_page();
std::string commands_page();  // docs/commands.md
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

/// Throws Error{usage}: an unknown option, a missing argument, too few or too many operands.
Arguments parse_arguments(const Command& command, std::span<const std::string> words);

}  // namespace moniker::cli
