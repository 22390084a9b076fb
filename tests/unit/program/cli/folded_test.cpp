#include "cli/folded.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/command.hpp"
#include "cli/examples.hpp"

using namespace moniker;
using namespace moniker::cli;

TEST_CASE("what fits stays as it is, to the byte") {
  const std::string text = "  T01   group.docx   8,138  sealed\n\nlast without an end";
  CHECK(folded(text, 60) == text);
}

TEST_CASE("a line is folded at a blank, and goes on under its last column that leaves room") {
  CHECK(folded("  init          make a new study folder with a commented moniker.yaml\n", 40) ==
        "  init          make a new study folder\n"
        "                with a commented\n"
        "                moniker.yaml\n");
  CHECK(folded("a sentence that goes on and on for a while", 20) == "a sentence that goes\non and on for a\nwhile");
}

TEST_CASE("a word that is too long stays whole") {
  CHECK(folded("see /a/path/that/is/much/longer/than/that now", 20) ==
        "see\n/a/path/that/is/much/longer/than/that\nnow");
}

TEST_CASE("colours and letters of two bytes take the room that they are shown in") {
  const std::string bold = "\x1b[1mcaf\xC3\xA9\x1b[0m caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 done";
  CHECK(folded(bold, 24) == bold);
  CHECK(folded(bold, 20) == "\x1b[1mcaf\xC3\xA9\x1b[0m caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9\ndone");
}

TEST_CASE("a terminal without UTF-8 gets letters without marks, and lines of its own signs") {
  CHECK(in_ascii("\xE2\x94\x81\xE2\x94\x80 caf\xC3\xA9 \xE2\x80\x9Cso\xE2\x80\x9D\xE2\x80\xA6 \xE4\xB8\xAD") ==
        "=- cafe \"so\"... ?");
  CHECK(in_ascii("plain \x1b[1mbold\x1b[0m\n") == "plain \x1b[1mbold\x1b[0m\n");
}

TEST_CASE("help fits a terminal of sixty columns, but for a word that is longer") {
  const auto too_wide = [](const std::string& text) {
    std::vector<std::string> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
      if (line.size() > 60 && line.find(' ', begin) != std::string::npos) found.push_back(line);
    }
    return found;
  };
  CHECK(too_wide(overview(60)) == std::vector<std::string>{});
  for (const Command& command : commands()) CHECK(too_wide(help_of(command, 60)) == std::vector<std::string>{});
}

TEST_CASE("every command has two examples or more, each one that it understands") {
  for (const Command& command : commands()) {
    INFO(command.name);
    CHECK(std::count_if(examples().begin(), examples().end(),
                        [&](const Example& example) { return example.command == command.name; }) >= 2);
  }
  for (const Example& example : examples()) {
    INFO(example.command << " " << example.line);
    const Command* const command = find_command(example.command);
    REQUIRE(command != nullptr);
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    for (const char c : std::string(example.line) + " ") {
      if (c == '"')
        quoted = !quoted;
      else if (c != ' ' || quoted)
        word += c;
      else if (!word.empty())
        words.push_back(std::exchange(word, {}));
    }
    CHECK_NOTHROW(parse_arguments(*command, words));
    CHECK_FALSE(example.says.empty());
    CHECK(example.says.back() != '.');
  }
}
