#include <catch2/catch.hpp>
#include <set>

#include "cli/command.hpp"

using namespace moniker;
using namespace moniker::cli;

namespace {

std::string complaint(const std::string& command, const std::vector<std::string>& words) {
  try {
    parse_arguments(*find_command(command), words);
  } catch (const Error& error) {
    return error.problem().what;
  }
  return "none";
}

}  // namespace

TEST_CASE("operands and options come in any order") {
  const std::vector<std::string> words = {"--threads", "3", "study", "-q"};
  const Arguments arguments = parse_arguments(*find_command("run"), words);
  CHECK(arguments.rest == std::vector<std::string>{"study"});
  CHECK(arguments.number("threads", 0) == 3);
  CHECK(arguments.has("quiet"));
  CHECK_FALSE(arguments.has("json"));
}

TEST_CASE("a lone dash is an operand and two dashes end the options") {
  CHECK(parse_arguments(*find_command("detect"), std::vector<std::string>{"-"}).rest == std::vector<std::string>{"-"});
  CHECK(parse_arguments(*find_command("detect"), std::vector<std::string>{"--", "--json"}).rest ==
        std::vector<std::string>{"--json"});
}

TEST_CASE("wrong usage is told in one sentence") {
  CHECK(complaint("init", {}) == "`moniker init` wants DIR");
  CHECK(complaint("run", {"a", "b"}) == "`moniker run` takes no more than [STUDY]");
  CHECK(complaint("run", {"a", "--thread", "1"}) == "unrecognised option '--thread'");  // no guessing
  CHECK(complaint("audit", {"check", "study"}) ==
        "`moniker audit` takes verify or show or prove or consistency or verify-proof or cosign");
  CHECK(complaint("export", {"dedoose", "study"}) == "`moniker export` takes nvivo or maxqda or atlasti or refi-qda");
}

TEST_CASE("every command can explain itself, in help, manual and completion") {
  std::set<std::string_view> names;
  const std::string manual = man_page(), all = overview();
  const std::string bash = bash_completion(), zsh = zsh_completion(), fish = fish_completion();
  for (const Command& command : commands()) {
    INFO(command.name);
    CHECK(names.insert(command.name).second);
    CHECK(command.run != nullptr);
    CHECK(command.least <= command.most);
    CHECK(command.says.back() != '.');
    CHECK(all.find(command.name) != std::string::npos);
    CHECK(manual.find(".SS moniker " + std::string(command.name)) != std::string::npos);
    CHECK(bash.find("    " + std::string(command.name) + ")") != std::string::npos);
    CHECK(zsh.find("    " + std::string(command.name) + ") _arguments") != std::string::npos);
    CHECK(fish.find(" -a " + std::string(command.name) + " -d ") != std::string::npos);
    CHECK_FALSE(help_of(command).empty());
  }
}

TEST_CASE("every command that tells something has the switch --json") {
  for (const Command& command : commands()) {
    INFO(command.name);
    const auto json = std::find_if(command.options.begin(), command.options.end(),
                                   [](const OptionSpec& option) { return option.name == "json"; });
    const std::set<std::string_view> silent = {"filter"};  // text in, text out
    CHECK((json == command.options.end()) == silent.contains(command.name));
    if (json != command.options.end()) CHECK(json->argument.empty());
  }
}
