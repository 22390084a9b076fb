#include "cli/next_command.hpp"

#include <catch2/catch.hpp>

using namespace moniker;
using namespace moniker::cli;

TEST_CASE("an error whose hint names no command has one behind it") {
  const auto next = [](Fault fault, std::string file, std::string remedy, std::string_view command) {
    return next_command({fault, std::move(file), {}, "is wrong", std::move(remedy), {}}, command);
  };
  CHECK(next(Fault::usage, "", "see `moniker help run`", "run").empty());
  CHECK(next(Fault::usage, "", "for example --threads 2", "run") == "moniker help run");
  CHECK(next(Fault::usage, "study/moniker.yaml", "write it so", "run") == "moniker doctor");
  CHECK(next(Fault::input, "study/incoming", "check that it exists", "check") == "moniker doctor");
  CHECK(next(Fault::input, "a.docx", "check that it exists", "inspect") == "moniker help inspect");
  CHECK(next(Fault::integrity, "study/audit", "put it back", "run") == "moniker audit verify");
  CHECK(next(Fault::usage, "", "", "frobnicate") == "moniker help");
}
