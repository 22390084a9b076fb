#include <catch2/catch.hpp>

#include "detect/overlap.hpp"
#include "rules/compiled.hpp"
#include "small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

struct Overlap {
  RuleSet rules = test::SmallRules(R"(
labels: {PERSON: {means: person, balanced: 0.5, review: 0.3}, ORG: {balanced: 0.5, review: 0.3}}
rules:
  - {id: plain, kind: regex, label: ORG, pattern: x}
  - {id: checked, kind: regex, label: ORG, pattern: x, validator: nhs_number}
  - {id: later, kind: regex, label: PERSON, pattern: x}
)")
                      .load();

  Finding finding(const std::string& rule, std::uint32_t begin, std::uint32_t end, float score) const {
    for (std::size_t i = 0; i < rules.rules().size(); ++i) {
      if (rules.rules()[i].id == rule) return {0, {begin, end}, rules.rules()[i].label, static_cast<RuleId>(i), score};
    }
    return {};
  }
  std::string resolve(const std::vector<Finding>& findings, std::string_view text = "Aaaa Bbbb Cccc Dddd") const {
    std::string out;
    for (const Finding& f : resolve_overlaps(rules, text, findings)) {
      out += rules.rule(f.rule).id + " " + std::to_string(f.bytes.begin) + "-" + std::to_string(f.bytes.end) + ";";
    }
    return out;
  }
};

TEST_CASE("the order of overlapping findings") {
  const Overlap o;
  SECTION("the register first") {
    CHECK(o.resolve({o.finding("register", 5, 9, 0.5F), o.finding("checked", 5, 9, 1)}) == "register 5-9;");
  }
  SECTION("and what surely holds a registered name") {
    CHECK(o.resolve({o.finding("register", 5, 9, 1), o.finding("plain", 0, 14, 0.6F)}) == "plain 0-14;");
    CHECK(o.resolve({o.finding("register", 5, 9, 1), o.finding("plain", 7, 14, 0.6F)}) == "register 5-9;plain 10-14;");
  }
  SECTION("a validator before the longer") {
    CHECK(o.resolve({o.finding("plain", 0, 9, 1), o.finding("checked", 0, 4, 0.5F)}) == "checked 0-4;plain 5-9;");
  }
  SECTION("what is sure before what is asked") {
    CHECK(o.resolve({o.finding("plain", 0, 9, 0.4F), o.finding("later", 0, 4, 0.6F)}) == "later 0-4;plain 5-9;");
  }
  SECTION("the longer") {
    CHECK(o.resolve({o.finding("plain", 0, 9, 0.6F), o.finding("later", 0, 4, 0.9F)}) == "plain 0-9;");
  }
  SECTION("the higher score") {
    CHECK(o.resolve({o.finding("plain", 0, 4, 0.6F), o.finding("later", 0, 4, 0.9F)}) == "later 0-4;");
  }
  SECTION("the first rule") {
    CHECK(o.resolve({o.finding("later", 0, 4, 0.6F), o.finding("plain", 0, 4, 0.6F)}) == "plain 0-4;");
  }
}

TEST_CASE("what a loser covers beyond stays covered, where it tells something") {
  const Overlap o;
  CHECK(o.resolve({o.finding("plain", 0, 14, 0.4F), o.finding("register", 5, 9, 0.9F)}) ==
        "plain 0-4;register 5-9;plain 10-14;");
  CHECK(o.resolve({o.finding("plain", 0, 14, 0.4F), o.finding("register", 5, 9, 0.9F)}, "then Bbbb road Dddd") ==
        "register 5-9;");
  CHECK(o.resolve({o.finding("plain", 0, 14, 0.4F), o.finding("register", 5, 9, 0.9F)}, "no1, Bbbb. for D") ==
        "plain 0-3;register 5-9;");
}

TEST_CASE("findings below review are nothing, order of input does not matter") {
  const Overlap o;
  CHECK(o.resolve({o.finding("plain", 0, 4, 0.29F)}).empty());
  const std::vector<Finding> all{o.finding("plain", 0, 9, 0.6F), o.finding("later", 5, 14, 0.6F),
                                 o.finding("checked", 10, 19, 0.7F)};
  const std::string once = o.resolve(all);
  CHECK(once == o.resolve({all[2], all[0], all[1]}));
  CHECK(once == o.resolve({all[1], all[2], all[0]}));
}

}  // namespace
}  // namespace moniker
