#include "look/rules_page.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

/// Two rules, the second for the profile strict alone; one example of it is wrong.
class Rules {
 public:
  Rules() {
    moniker::test::write_language(folder_.path(), "xx");
    std::ofstream(folder_.path() / "xx" / "all.yaml") << R"(labels:
  PERSON: {means: person, balanced: 0.5, review: 0.3}
  ID: {balanced: 0.5, review: 0.3, strict: 0.5}
rules:
  - {id: five, kind: regex, label: ID, subtype: post, score: 0.9, pattern: '\d{5}', examples: {match: ["«12345»"]}}
  - {id: two, kind: regex, label: ID, score: 0.9, pattern: '\d{2}', profiles: [strict], examples: {match: ["«123»"]}}
)";
  }
  rules::RuleSources sources(const std::string& profile) const {
    return {.rules = folder_.path(), .languages = {"xx"}, .profile = profile};
  }

 private:
  test::TemporaryFolder folder_{};
};

}  // namespace

TEST_CASE("rules are listed with what they are for and where they stand") {
  const Rules files;
  const look::RulesPage page = look::rules_page(rules::RuleSet::load(files.sources("balanced")));
  const auto five = std::find_if(page.rows.begin(), page.rows.end(), [](const auto& row) { return row.id == "five"; });
  REQUIRE(five != page.rows.end());
  CHECK(five->label == "ID");
  CHECK(five->subtype == "post");
  CHECK(five->place.ends_with("all.yaml:5"));
  const look::RulesPage one{{{"a", "regex", "ID", "post", "f.yaml:4"}}};
  CHECK(as_text(one, no_style) == "a                                  regex     ID           f.yaml:4\n");
  CHECK(as_json(one).dump() ==
        R"([{"id":"a","kind":"regex","label":"ID","subtype":"post","place":"f.yaml:4","slow":false}])");
}

TEST_CASE("examples are tested in each profile, and failures say where") {
  const Rules files;
  CHECK(look::test_profiles(files.sources(""), {"balanced"}).report.failures.empty());
  const look::ExamplesPage page = look::test_profiles(files.sources(""), {"balanced", "strict"});
  REQUIRE(page.report.failures.size() == 1);
  CHECK(page.report.failures[0].rule == "two");
  const std::string text = as_text(page, no_style);
  CHECK(text.find("all.yaml:6: rule `two`: ") != std::string::npos);
  CHECK(text.ends_with(" 1 failed\n"));
  CHECK(as_json(page)["failures"][0]["rule"] == "two");
}
