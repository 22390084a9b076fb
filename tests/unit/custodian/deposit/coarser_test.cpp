#include "deposit/coarser.hpp"

#include <catch2/catch.hpp>

using namespace moniker;
using namespace moniker::custodian;

TEST_CASE("what stands for something tells less, and never more than is understood") {
  struct Case {
    const char* does;
    const char* shown;
    std::size_t number;
    const char* text;
    const char* done;
  };
  const Case c = GENERATE(values<Case>({
      {"label", "[town C, Yorkshire]", 3, "thing", "label"},
      {"number", "[town C, Yorkshire]", 3, "thing 3", "number"},
      {"number", "[1967]", 0, "thing", "label"},
      {"keep", "[half past four]", 0, "half past four", "keep"},
      {"keep", "[town C, Yorkshire]", 3, "thing 3", "number"},  // its letter is a name of the team's
      {"band", "[50-59]", 0, "40-59", "band"},
      {"band", "[70-79]", 0, "60-79", "band"},
      {"band", "[80-89-year-old]", 0, "80+", "band"},
      {"band", "[90+]", 0, "80+", "band"},
      {"band", "83", 0, "80+", "band"},
      {"band", "[0-9]", 0, "0-19", "band"},
      {"band", "[15-24]", 0, "thing", "label"},  // lies in two bands
      {"band", "[75+]", 0, "thing", "label"},    // nobody knows how far
      {"band", "[0-11 months]", 0, "thing", "label"},
      {"band", "fifty-eight", 0, "thing", "label"},
      {"band", "[AGE_3]", 3, "0-19", "band"},
      {"band", "[1967]", 0, "thing", "label"},
      {"year", "[March 2024]", 0, "2024", "year"},
      {"year", "[14 March 1967]", 0, "1967", "year"},
      {"year", "[March]", 0, "thing", "label"},
      {"year", "[2019 to 2021]", 0, "thing", "label"},
      {"decade", "[March 2024]", 0, "2020s", "decade"},
      {"decade", "[the nineties]", 0, "thing", "label"},
  }));
  INFO(c.does << " " << c.shown);
  const Coarser coarser = made_coarser({.does = c.does}, c.shown, "thing", c.number);
  CHECK(coarser.text == c.text);
  CHECK(coarser.does == c.done);
}

TEST_CASE("a policy's choice for a subtype comes before that for its label, and that before the default") {
  DepositPolicy policy;
  CHECK(rule_for(policy, "PERSON", "").does == "number");
  CHECK(rule_for(policy, "DATE", "birth_date").does == "year");
  CHECK(rule_for(policy, "LOCATION", "town").does == "label");
  CHECK(rule_for(policy, "MADE_UP", "").does == "label");
  policy.rules["DATE"] = {.does = "decade"};
  policy.rules["DATE/birth_date"] = {.does = "label"};
  CHECK(rule_for(policy, "DATE", "").does == "decade");
  CHECK(rule_for(policy, "DATE", "birth_date").does == "label");
}

TEST_CASE("every label has a word, one of the study's own too") {
  CHECK(kind_word("LOCATION", "town") == "place");
  CHECK(kind_word("LOCATION", "address") == "address");
  CHECK(kind_word("PASS_NUMBER", "") == "pass number");
  CHECK(kind_word("", "") == "identifier");
}
