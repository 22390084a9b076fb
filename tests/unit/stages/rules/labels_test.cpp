#include "rules/labels.hpp"

#include <catch2/catch.hpp>

#include "unit/stages/detect/small_rules.hpp"

namespace moniker {
namespace {

using test::SmallRules;

TEST_CASE("a study's own row changes thresholds, and of the rest only what it says") {
  const SmallRules small(
      "labels: {PERSON: {means: person}, BADGE: {means: code, operator: hash, placeholder: [pass]}}");
  const auto own = small.folder() / "own.yaml";
  std::ofstream(own) << "labels: {BADGE: {balanced: 0.4, operator: redact}, DOG: {means: group}}";
  const rules::RuleSet rules = rules::RuleSet::load({.rules = small.folder(), .languages = {"xx"}, .extra = {own}});
  REQUIRE(rules.labels().size() == 3);
  const Label& badge = *label_named(rules.labels(), "BADGE");
  CHECK(badge.replace == 0.4F);
  CHECK(badge.means == Meaning::code);
  CHECK(badge.by == "redact");
  CHECK(badge.file == own);
  CHECK(badge.speaks("pass"));
  CHECK_FALSE(badge.speaks("permit"));
  CHECK_FALSE(badge.speaks(""));
  CHECK(meaning_of(rules.labels(), "DOG") == Meaning::group);
  CHECK(meaning_of(rules.labels(), "CAT") == Meaning::other);
  CHECK(rules.person().name == "PERSON");
}

TEST_CASE("exactly one label means a person") {
  const Problem none = SmallRules("labels: {ORG: {means: organisation}}").problem();
  CHECK(none.what == "no label means a person");
  const Problem two = SmallRules("labels:\n  PERSON: {means: person}\n  CHILD: {means: person}").problem();
  CHECK(two.what == "both PERSON and CHILD mean a person");
  CHECK(two.at == Position{3, 3});
}

TEST_CASE("labels from a cache are those of the files") {
  const SmallRules folder("");
  const rules::RuleSources sources{.rules = std::filesystem::path(MONIKER_SOURCE_DIR) / "rules",
                                   .cache = folder.folder() / "cache"};
  const auto fresh = rules::RuleSet::load(sources), again = rules::RuleSet::load(sources);
  CHECK(again.labels() == fresh.labels());
}

}  // namespace
}  // namespace moniker
