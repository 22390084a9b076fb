// Help, manual page and completion, all made from the table of commands.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/command.hpp"
#include "moniker/version.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view statuses =
    "0  all done\n1  done, and something needs a person: review or quarantine, listed\n2  usage or configuration "
    "error\n"
    "3  input could not be processed\n4  integrity failure: audit, decryption, registry\n"
    "5  another command is working on this study: give it again later\n"
    "10 with --tell-new: what needs a person was told the last time already\n";

std::string option_head(const OptionSpec& option) {
  std::string head = option.letter != 0 ? fmt::format("-{}, ", option.letter) : "    ";
  head += fmt::format("--{}", option.name);
  return option.argument.empty() ? head : head + " " + std::string(option.argument);
}

/// Words folded into lines of at most `width` bytes.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string out, line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (!line.empty() && line.size() + 1 + end > width) out += std::exchange(line, {}) + "\n";
    line += (line.empty() ? "" : " ") + std::string(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + line + "\n";
}

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '-') out += '\\';
    out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

}  // namespace

std::string overview() {
  std::string text =
      "moniker: pseudonymises, seals and accounts for interview transcripts\n\nusage: moniker COMMAND [OPTION...]\n\n";
  for (const Command& command : commands()) text += fmt::format("  {:<9} {}\n", command.name, command.says);
  return text +
         "\n`moniker help COMMAND` explains one. Start with `moniker init DIR`.\nEvery command is kept to the files "
         "that "
         "it is about, and off the network; --no-sandbox takes that away.\n";
}

std::string help_of(const Command& command) {
  std::string text = fmt::format("moniker {}: {}\n\nusage: moniker {} {}{}\n", command.name, command.says, command.name,
                                 operands_of(command), command.options.empty() ? "" : " [OPTION...]");
  if (!command.details.empty()) text += "\n" + wrapped(command.details, 78);
  text += "\n";
  for (const OptionSpec& option : command.options)
    text += fmt::format("  {:<26} {}\n", option_head(option), option.says);
  return text;
}

std::string man_page() {
  std::string page = fmt::format(
      ".TH MONIKER 1 \"\" \"moniker {}\" \"User Commands\"\n.SH NAME\nmoniker \\- pseudonymises, "
      "seals and accounts for interview transcripts\n.SH SYNOPSIS\n.B moniker\n.I COMMAND\n"
      "[\\fIOPTION\\fR...]\n.SH DESCRIPTION\nA staged pipeline: delivered transcripts are checked, "
      "searched for identifiers, rewritten, proved, sealed to a custodian's public key and "
      "accounted for in a signed log.\n.SH COMMANDS\n",
      version);
  for (const Command& command : commands()) {
    page += fmt::format(".SS moniker {} {}\n{}.\n", command.name, roff(operands_of(command)), roff(command.says));
    if (!command.details.empty()) page += fmt::format("{}\n", roff(command.details));
    for (const OptionSpec& option : command.options) {
      page += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(option_head(option)), roff(option.says));
    }
  }
  page +=
      ".SH SANDBOX\nEvery command is kept to the files that it is about, and off the network, as far as the kernel can "
      "do "
      "that: see\n.BR moniker\ndoctor. The option\n.B \\-\\-no\\-sandbox\n, of every command, takes that away and "
      "says so.\n";
  page += ".SH EXIT STATUS\n.nf\n" + roff(statuses) +
          ".fi\n.SH ENVIRONMENT\n.TP\n.B MONIKER_RULES\nthe folder of rules and lists\n.TP\n.B MONIKER_CACHE\nwhere "
          "compiled rules are kept; empty: nowhere\n.TP\n.B NO_COLOR\nno colours\n"
          ".SH SEE ALSO\n.BR age (1),\n.BR minisign (1)\n";
  return page;
}

std::string bash_completion() {
  std::string names, cases;
  for (const Command& command : commands()) {
    names += (names.empty() ? "" : " ") + std::string(command.name);
    std::string words = fmt::format("{}", fmt::join(words_of(command), " "));
    for (const OptionSpec& option : command.options) words += (words.empty() ? "--" : " --") + std::string(option.name);
    cases += fmt::format("    {}) words=\"{}\" ;;\n", command.name, words);
  }
  return fmt::format(
      "# bash completion for moniker, made by `moniker help --bash-completion`\n"
      "_moniker() {{\n"
      "  local current=\"${{COMP_WORDS[COMP_CWORD]}}\" words=\"\"\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"{}\" -- \"$current\")\n"
      "    return\n"
      "  fi\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n{}"
      "  esac\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\"; compgen -f -- \"$current\")\n"
      "}}\n"
      "complete -o filenames -F _moniker moniker\n",
      names, cases);
}

int run_help(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("man")) {
    terminal.print(man_page());
  } else if (arguments.has("bash-completion")) {
    terminal.print(bash_completion());
  } else if (arguments.rest.empty()) {
    terminal.print(overview() + "\nexit status:\n" + std::string(statuses));
  } else {
    const Command* command = find_command(arguments.rest.front());
    if (command == nullptr) throw unknown_command(arguments.rest.front());
    terminal.print(help_of(*command));
  }
  return 0;
}

int run_version(const Arguments&, Terminal& terminal) {
  terminal.print(fmt::format("moniker {}\n", version));
  return 0;
}

}  // namespace moniker::cli
