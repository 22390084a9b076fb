#include <catch2/catch.hpp>

#include "turns.hpp"

using namespace turns;

TEST_CASE("one object a turn, keys in one order") {
  auto timed = turn("ID04", "say \"hi\"\n\tZoë \\ \x01");
  timed.time = span(1000, 2500);
  CHECK(written("jsonl", {timed, turn("", "a title", Part::matter), turn("INT1", "x", Part::footnote)},
                {.transcript = "T03", .study = "S"}) ==
        R"({"n":0,"speaker":"ID04","start":1000,"end":2500,"text":"say \"hi\"\n\tZoë \\ \u0001"})"
        "\n"
        R"({"n":1,"speaker":"","start":null,"end":null,"part":"matter","text":"a title"})"
        "\n"
        R"({"n":2,"speaker":"INT1","start":null,"end":null,"part":"footnote","text":"x"})"
        "\n");
  CHECK(written("jsonl", {}).empty());
}
