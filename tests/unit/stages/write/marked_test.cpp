#include <catch2/catch.hpp>

#include <stdexcept>

#include "turns.hpp"

using namespace turns;

using namespace moniker::write;

namespace {

using moniker::write::Mark;

std::string marked(const Utterance& utterance, const std::vector<Mark>& marks) {
  moniker::MemorySink sink;
  const auto writer = moniker::write::marked_format().open(sink, {.transcript = "T03", .study = "S"});
  writer->take_marked(utterance, marks);
  writer->finish();
  return sink.bytes();
}

}  // namespace

TEST_CASE("marks are told in code points, whatever stands before them") {
  auto timed = turn("ID04", "\U0001F600 Zo\u00EB: [ID05] [\U00010437] x");
  timed.time = span(1000, 2500);
  CHECK(marked(timed, {{{11, 17}, "PERSON", "", "ID05"}, {{18, 24}, "LOCATION", "town", ""}}) ==
        "{\"transcript\":\"T03\",\"marked\":1}\n"
        "{\"n\":0,\"speaker\":\"ID04\",\"start\":1000,\"end\":2500,\"part\":\"talk\","
        "\"text\":\"\U0001F600 Zo\u00EB: [ID05] [\U00010437] x\",\"marks\":["
        "{\"begin\":7,\"end\":13,\"label\":\"PERSON\",\"subtype\":\"\",\"entity\":\"ID05\"},"
        "{\"begin\":14,\"end\":17,\"label\":\"LOCATION\",\"subtype\":\"town\",\"entity\":\"\"}]}\n");
}

TEST_CASE("parts are told apart, and a speaker who is no ID is refused") {
  CHECK(marked(turn("", "x", Part::matter), {}) ==
        "{\"transcript\":\"T03\",\"marked\":1}\n"
        "{\"n\":0,\"speaker\":\"\",\"start\":null,\"end\":null,\"part\":\"matter\",\"text\":\"x\",\"marks\":[]}\n");
  CHECK_THROWS_AS(marked(turn("Kate", "x"), {}), std::invalid_argument);
}
