#include "inspect/inspect_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include "support/english.hpp"

using namespace moniker;
using namespace std::chrono_literals;

namespace {

inspect::InspectPage page(bool show_text) {
  inspect::Inspection seen;
  seen.format = "vtt";
  seen.speakers = {{"Interviewer", 1, 5, 0s}, {"Kate Shaw", 2, 40, 90s}};
  seen.parts = {{Part::talk, 3}, {Part::comment, 1}};
  seen.words = 45;
  seen.timed = 3;
  seen.time = TimeSpan{1s, 3723s};
  seen.metadata = {{"author", 1, {"J. Bell"}}};
  return {test::english(), "talk.vtt", seen, show_text};
}

}  // namespace

TEST_CASE("what a file is, without a word that may identify") {
  CHECK(as_text(page(false), no_style) == R"(talk.vtt  vtt
  talk      3 turns, 45 words, 2 speakers
  times     0:00:01 to 1:02:03, on 3 of 3 turns, ascending
  speakers  INTERVIEWER                              1 turn         5 words
            speaker 2 (two words)                    2 turns       40 words    0:01:30
  beside    comments                                 1
  metadata  author                                   1
)");
}

TEST_CASE("labels and metadata are shown on request") {
  const std::string text = as_text(page(true), no_style), json = as_json(page(true)).dump();
  for (const char* words : {"Kate Shaw", "J. Bell"}) {
    CHECK(text.find(words) != std::string::npos);
    CHECK(json.find(words) != std::string::npos);
    CHECK(as_json(page(false)).dump().find(words) == std::string::npos);
  }
}

TEST_CASE("a file as JSON") {
  CHECK(as_json(page(false)).dump() ==
        R"({"file":"talk.vtt","format":"vtt","turns":3,"words":45,)"
        R"("times":{"begin":1.0,"end":3723.0,"turns":3,"backwards":0},)"
        R"("speakers":[{"label":"INTERVIEWER","turns":1,"words":5,"seconds":0.0},)"
        R"j({"label":"speaker 2 (two words)","turns":2,"words":40,"seconds":90.0}],)j"
        R"("parts":{"talk":3,"comments":1},"metadata":[{"kind":"author","count":1}],"issues":[]})");
}

TEST_CASE("a file that no reader takes says why") {
  const inspect::InspectPage none{
      test::english(),
      "x.bin",
      {.failure = Problem{.fault = Fault::input, .what = "is no text", .remedy = "deliver text"}},
      false};
  const std::string text = as_text(none, no_style);
  CHECK(text.starts_with("x.bin  no reader takes it\n"));
  CHECK(text.find("is no text") != std::string::npos);
  CHECK(as_json(none)["format"].is_null());
  CHECK(as_json(none)["issues"][0]["remedy"] == "deliver text");
}
