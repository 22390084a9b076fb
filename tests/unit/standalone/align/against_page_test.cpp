#include "align/against_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include "support/english.hpp"

using namespace moniker;

namespace {

align::AgainstPage page() {
  align::AgainstPage page{.language = test::english(), .transcript = "written.txt", .captions = "said.vtt"};
  page.seen.transcript_format = "txt";
  page.seen.captions_format = "vtt";
  page.seen.written_words = 9;
  page.seen.said_words = 10;
  page.seen.all = {.same = 8, .changed = 1, .missing = 1};
  page.seen.speakers = {{.label = "Kate Shaw", .errors = page.seen.all, .other_side = 0}};
  page.seen.voices = {{.label = "Interviewer", .errors = {}, .other_side = 0}};
  page.seen.words_of = {{8}};
  page.seen.end = {.missing = 1, .added = 0, .where = {.from = 61000, .to = 62000, .line = 4}};
  page.seen.passages = {{.where = {.from = 1000, .to = 2000, .line = 2}, .errors = {.changed = 1}}};
  return page;
}

}  // namespace

TEST_CASE("a comparison names places and shapes, never words") {
  const std::string text = as_text(page(), no_style);
  CHECK(
      text.starts_with("written.txt  txt, 9 words\n"
                       "  against   said.vtt  vtt, 10 words\n"
                       "  errors    20.0 %: 1 changed, 1 missing, 0 added\n"));
  CHECK(text.find("speaker 1 (two words)") != std::string::npos);
  CHECK(text.find("INTERVIEWER, 100 %") != std::string::npos);
  CHECK(text.find("end       1 word missing, 0 added, 0:01:01 - 0:01:02, line 4") != std::string::npos);
  CHECK(text.find("agrees with the captions") != std::string::npos);
  CHECK(text.find("Kate") == std::string::npos);
}

TEST_CASE("what a person should look at comes last") {
  align::AgainstPage with = page();
  with.concerns = {
      {.code = "end.missing", .where = {.from = 61000, .to = 62000}, .what = "a word is missing", .remedy = "look"}};
  const std::string text = as_text(with, no_style);
  CHECK(text.ends_with("  look at  0:01:01 - 0:01:02: a word is missing (end.missing)\n           look\n"));
  CHECK(text.find("agrees with") == std::string::npos);
}

TEST_CASE("a comparison as JSON, with as many passages as were asked for") {
  const auto json = as_json(page());
  CHECK(json["errors"].dump() == R"({"said":10,"same":8,"changed":1,"missing":1,"added":0,"error_rate":0.2})");
  CHECK(json["end"]["where"].dump() == R"({"from":61.0,"to":62.0,"line":4})");
  CHECK(json["times"].is_null());
  CHECK(json["passages"].size() == 1);
  CHECK_FALSE(json["passages"][0].contains("said"));
  align::AgainstPage none = page();
  none.passages = 0;
  CHECK(as_json(none)["passages"].empty());
  CHECK(as_text(none, no_style).find("passages that disagree") == std::string::npos);
}
