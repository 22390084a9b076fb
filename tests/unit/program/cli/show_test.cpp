#include "cli/show.hpp"

#include <catch2/catch.hpp>

using namespace moniker;
using namespace moniker::cli;

TEST_CASE("a text stands in a list two blanks further in, from its second line on") {
  CHECK(indented("{}") == "{}");
  CHECK(indented("{\n  \"a\": 1\n}") == "{\n    \"a\": 1\n  }");
}

TEST_CASE("what --output takes is told") {
  const auto asked = [](std::map<std::string, std::vector<std::string>, std::less<>> options) {
    return is_jsonl(Arguments{.options = std::move(options)}, "output", "plain");
  };
  CHECK_FALSE(asked({}));
  CHECK_FALSE(asked({{"output", {"plain"}}}));
  CHECK(asked({{"output", {"jsonl"}}}));
  CHECK_THROWS_AS(asked({{"output", {"xml"}}}), Error);
  CHECK_THROWS_AS(asked({{"output", {"jsonl"}}, {"json", {}}}), Error);
}
