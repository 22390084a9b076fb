#include "look/detect_page.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

const look::DetectedSpan span{.begin = 2,
                              .end = 6,
                              .label = "PERSON",
                              .subtype = "given",
                              .rule = "name",
                              .score = 0.6543F,
                              .at = {3, 5},
                              .turn = 7,
                              .doubtful = true};

rules::RuleSet no_rules() {
  const test::TemporaryFolder folder;
  moniker::test::write_language(folder.path(), "xx");
  std::ofstream(folder.path() / "xx" / "all.yaml")
      << "labels:\n  PERSON: {means: person, balanced: 0.5, review: 0.3}\n";
  return rules::RuleSet::load({.rules = folder.path(), .languages = {"xx"}});
}

}  // namespace

TEST_CASE("a finding is a line, with its words on request") {
  CHECK(look::span_line(span, "Kate", "a.txt", {}) == "PERSON       0.65  a.txt:3:5  name\n");
  CHECK(look::span_line(span, "Kate", "a.txt", {.show_text = true}) == "PERSON       0.65  a.txt:3:5  name  Kate\n");
}

TEST_CASE("a finding as JSON says what was asked for") {
  const auto rules = no_rules();
  CHECK(look::span_json(span, "Kate", rules, {}) ==
        R"({"start":2,"end":6,"label":"PERSON","score":0.654,"rule":"name","subtype":"given","review":true})");
  CHECK(look::span_json(span, "Kate", rules, {.show_text = true, .by_turn = true, .explain = true}) ==
        R"({"start":2,"end":6,"label":"PERSON","score":0.654,"rule":"name","turn":7,"line":3,"subtype":"given",)"
        R"("review":true,"text":"Kate","why":[]})");
}

TEST_CASE("a score is written as a JSON library writes it") {
  const auto rules = no_rules();
  for (int thousandths = 0; thousandths <= 1000; ++thousandths) {
    const float score = static_cast<float>(thousandths) / 1000;
    const nlohmann::json wanted = std::round(score * 1000) / 1000.0;
    const std::string json = look::span_json({.score = score}, {}, rules, {});
    CHECK(json.find("\"score\":" + wanted.dump() + ",") != std::string::npos);
  }
}
