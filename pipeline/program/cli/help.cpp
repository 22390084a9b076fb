// Help, manual page and docs/commands.md, all made from the table of commands and that of examples.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/command.hpp"
#include "cli/examples.hpp"
#include "cli/folded.hpp"
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

std::string example_line(const Example& example) {
  return fmt::format("moniker {}{}{}", example.command, example.line.empty() ? "" : " ", example.line);
}

std::vector<Example> examples_of(const Command& command) {
  std::vector<Example> found;
  for (const Example& example : examples()) {
    if (example.command == command.name) found.push_back(example);
  }
  return found;
}

std::string usage_of(const Command& command) {
  return fmt::format("moniker {}{}{}{}", command.name, operands_of(command).empty() ? "" : " ", operands_of(command),
                     command.options.empty() ? "" : " [OPTION...]");
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string option_table(const Command& command) {
  std::string text;
  for (const OptionSpec& option : command.options)
    text += fmt::format("  {:<26}  {}\n", option_head(option), option.says);
  return text;
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

std::string overview(std::size_t width) {
  std::string text =
      "moniker: pseudonymises, seals and accounts for interview transcripts\n\nusage: moniker COMMAND [OPTION...]\n\n";
  for (const Command& command : commands()) text += fmt::format("  {:<12}  {}\n", command.name, command.says);
  text +=
      "\n`moniker help COMMAND` explains one. Start with `moniker init DIR`. `moniker` alone says where you are and "
      "what "
      "comes next.\n\nEvery command is kept to the files that it is about, and off the network; --no-sandbox takes "
      "that "
      "away.\n";
  return folded(text, width);
}

std::string help_of(const Command& command, std::size_t width) {
  std::string text = fmt::format("moniker {}: {}\n\nusage: {}\n", command.name, command.says, usage_of(command));
  if (!command.details.empty()) text += fmt::format("\n{}\n", command.details);
  text += "\n" + option_table(command);
  text += "\nexamples:\n";
  for (const Example& example : examples_of(command))
    text += fmt::format("  {}\n      {}\n", example_line(example), example.says);
  return folded(text, width);
}

std::string commands_page() {
  std::string page =
      "# Commands\n\nMade by `moniker help --markdown` from the table that help, manual page and completion are made "
      "from; a "
      "test holds it to\nthat. Where STUDY stands in brackets it may be left out in the study's own folder, in one "
      "below it, "
      "and where MONIKER_STUDY names\nit.\n\n| command | what it does |\n|---|---|\n";
  for (const Command& command : commands()) page += fmt::format("| `{}` | {} |\n", command.name, command.says);
  for (const Command& command : commands()) {
    page += fmt::format("\n## {}\n\n", command.name);
    const std::string block = fmt::format("{}\n\n{}", usage_of(command), option_table(command));
    for (const std::string& line : lines_of(folded(block, 120))) page += line.empty() ? "\n" : "    " + line + "\n";
    if (!command.details.empty()) page += fmt::format("\n{}\n", folded(command.details, 132));
    page += "\nFor example:\n\n";
    for (const Example& example : examples_of(command))
      page += fmt::format("    {:<66}  # {}\n", example_line(example), example.says);
  }
  return page;
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
    page += ".PP\nFor example:\n";
    for (const Example& example : examples_of(command))
      page += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(example_line(example)), roff(example.says));
  }
  page +=
      ".SH SANDBOX\nEvery command is kept to the files that it is about, and off the network, as far as the kernel can "
      "do "
      "that: see\n.BR moniker\ndoctor. The option\n.B \\-\\-no\\-sandbox\n, of every command, takes that away and "
      "says so.\n";
  page +=
      ".SH STUDY\nWhere STUDY stands in brackets it may be left out: it is the folder that you are in, or the nearest "
      "one above it "
      "that is a study, or else what MONIKER_STUDY names.\n";
  page += ".SH EXIT STATUS\n.nf\n" + roff(statuses) +
          ".fi\n.SH ENVIRONMENT\n.TP\n.B MONIKER_STUDY\nthe study, where none is named and you are in none\n"
          ".TP\n.B MONIKER_RULES\nthe folder of rules and lists\n.TP\n.B MONIKER_CACHE\nwhere "
          "compiled rules are kept; empty: nowhere; default: $XDG_CACHE_HOME/moniker, ~/.cache/moniker\n"
          ".TP\n.B NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM\nwhether there are colours\n"
          ".TP\n.B COLUMNS\nhow wide pages may be\n"
          ".SH SEE ALSO\n.BR age (1),\n.BR minisign (1)\n";
  return page;
}

namespace {

nlohmann::ordered_json command_json(const Command& command) {
  nlohmann::ordered_json json{{"command", command.name},
                              {"usage", usage_of(command)},
                              {"says", command.says},
                              {"details", command.details},
                              {"options", nlohmann::ordered_json::array()},
                              {"examples", nlohmann::ordered_json::array()}};
  for (const OptionSpec& option : command.options) {
    const std::string letter = option.letter == 0 ? std::string() : std::string(1, option.letter);
    json["options"].push_back(
        {{"name", option.name}, {"letter", letter}, {"argument", option.argument}, {"says", option.says}});
  }
  for (const Example& example : examples_of(command))
    json["examples"].push_back({{"line", example_line(example)}, {"says", example.says}});
  return json;
}

/// All that help knows, or of one command.
nlohmann::ordered_json help_json(const Command* one) {
  if (one != nullptr) return command_json(*one);
  auto list = nlohmann::ordered_json::array();
  for (const Command& command : commands()) list.push_back(command_json(command));
  return {{"version", version}, {"commands", std::move(list)}};
}

const Command* command_asked(const Arguments& arguments) {
  if (arguments.rest.empty()) return nullptr;
  const Command* command = find_command(arguments.rest.front());
  if (command == nullptr) throw unknown_command(arguments.rest.front());
  return command;
}

}  // namespace

int run_help(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("json")) {
    terminal.print(help_json(command_asked(arguments)).dump(2) + "\n");
  } else if (arguments.has("man")) {
    terminal.print(man_page());
  } else if (arguments.has("bash-completion")) {
    terminal.print(bash_completion());
  } else if (arguments.has("zsh-completion")) {
    terminal.print(zsh_completion());
  } else if (arguments.has("fish-completion")) {
    terminal.print(fish_completion());
  } else if (arguments.has("markdown")) {
    terminal.print(commands_page());
  } else if (arguments.rest.empty()) {
    terminal.print(overview(terminal.page_width()) + "\nexit status:\n" + folded(statuses, terminal.page_width()));
  } else {
    terminal.print(help_of(*command_asked(arguments), terminal.page_width()));
  }
  return 0;
}

int run_version(const Arguments& arguments, Terminal& terminal) {
  terminal.print(
      fmt::format(fmt::runtime(arguments.has("json") ? "{{\"version\": \"{}\"}}\n" : "moniker {}\n"), version));
  return 0;
}

}  // namespace moniker::cli
