// Completion for three shells, made from the table of commands: commands first, then the words and options of the one
// that was typed, then files.
#include <fmt/format.h>

#include "cli/command.hpp"

namespace moniker::cli {
namespace {

/// Between single quotes of any of the three: 'the study'\''s'.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// As zsh's _arguments and _describe read it: a colon ends a part, and brackets hold what an option says.
std::string for_zsh(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']') out += '\\';
    out += c;
  }
  return out;
}

bool takes_files(const OptionSpec& option) { return option.touch != Touch::nothing; }

std::string zsh_option(const OptionSpec& option) {
  const std::string argument = option.argument.empty() ? ""
                               : takes_files(option)   ? fmt::format(":{}:_files", for_zsh(option.argument))
                                                       : fmt::format(":{}: ", for_zsh(option.argument));
  const std::string rest = fmt::format("[{}]{}", for_zsh(option.says), argument);
  std::string out = fmt::format(" {}", in_quotes(fmt::format("*--{}{}", option.name, rest)));
  if (option.letter != 0) out += fmt::format(" {}", in_quotes(fmt::format("*-{}{}", option.letter, rest)));
  return out;
}

}  // namespace

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

std::string zsh_completion() {
  std::string names, cases;
  for (const Command& command : commands()) {
    names += fmt::format("    {}\n", in_quotes(fmt::format("{}:{}", command.name, for_zsh(command.says))));
    cases += fmt::format("    {}) _arguments -s", command.name);
    for (const OptionSpec& option : command.options) cases += zsh_option(option);
    const auto words = words_of(command);
    if (command.name == "help")
      cases += " '1:command:($names)'";
    else if (!words.empty())
      cases += fmt::format(" '1:what:({})'", fmt::join(words, " "));
    cases += " '*:file:_files' ;;\n";
  }
  return fmt::format(
      "#compdef moniker\n# zsh completion for moniker, made by `moniker help --zsh-completion`\n"
      "_moniker() {{\n"
      "  local -a commands names\n"
      "  commands=(\n{}  )\n"
      "  names=(${{commands%%:*}})\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe -t commands command commands\n"
      "    return\n"
      "  fi\n"
      "  local chosen=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $chosen in\n{}"
      "  esac\n"
      "}}\n"
      "_moniker \"$@\"\n",
      names, cases);
}

std::string fish_completion() {
  std::string lines = "# fish completion for moniker, made by `moniker help --fish-completion`\n";
  for (const Command& command : commands()) {
    lines += fmt::format("complete -c moniker -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                         in_quotes(command.says));
    const std::string behind = fmt::format("complete -c moniker -n '__fish_seen_subcommand_from {}'", command.name);
    for (const std::string_view word : words_of(command)) lines += fmt::format("{} -a {}\n", behind, word);
    for (const OptionSpec& option : command.options) {
      lines += fmt::format("{} -l {}", behind, option.name);
      if (option.letter != 0) lines += fmt::format(" -s {}", option.letter);
      if (!option.argument.empty()) lines += takes_files(option) ? " -r -F" : " -x";
      lines += fmt::format(" -d {}\n", in_quotes(option.says));
    }
  }
  return lines;
}

}  // namespace moniker::cli
