#include "look/check_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace moniker;

namespace {

look::CheckPage page() {
  look::CheckedFile good{.shown = "a.vtt"};
  good.facts.format = "vtt";
  good.facts.words = 120;
  good.facts.duration = std::chrono::minutes(31);
  good.facts.speakers = {{"I1", 3}};
  good.issues = {{"mark.inaudible", Severity::note, {4, 1}, 1, "an inaudible place", "listen again"}};
  look::CheckedFile bad{.shown = "b.bin"};
  bad.issues = {{"format.unknown", Severity::error, {}, 1, "no known format", "deliver another"}};
  return {{good, bad}};
}

}  // namespace

TEST_CASE("files with their issues, and how many there are") {
  CHECK(as_text(page(), no_style) == R"(a.vtt  vtt, 120 words, 1 speaker, 31 min
  note  a.vtt:4: an inaudible place (mark.inaudible)
     listen again
b.bin
  error  b.bin: no known format (format.unknown)
     deliver another

2 files: 1 errors, 0 warnings, 1 notes
)");
  CHECK(page().count(Severity::error) == 1);
  CHECK(page().count(Severity::warning) == 0);
}

TEST_CASE("checked files as JSON") {
  const auto json = as_json(page());
  REQUIRE(json.size() == 2);
  CHECK(json[0]["file"] == "a.vtt");
  CHECK(json[0]["minutes"] == 31.0);
  CHECK(json[0]["speakers"] == 1);
  CHECK(json[1]["issues"][0]["code"] == "format.unknown");
  CHECK(as_json(look::CheckPage{}).dump() == "[]");
}
