#include <catch2/catch.hpp>

#include "intruder/told_facts.hpp"
#include "unit/stages/intruder/seen_study.hpp"

using namespace moniker;
using namespace moniker::intruder;
using test::intruder_english;
using test::seen_talk;

namespace {

SeenOutputs with_other(SeenOutputs seen, const std::vector<std::string>& lines) {
  seen.transcripts.push_back({.name = "T02"});
  for (const std::string& line : lines) seen.transcripts[1].turns.push_back(test::seen_turn("ID02", line));
  return seen;
}

const std::vector<std::string> telling{"I was a blacksmith.", "We had triplets.", "It was on the news, the shipwreck.",
                                       "I still go to the lifeboat."};

}  // namespace

TEST_CASE("what one person alone tells of many kinds singles them out") {
  const auto facts = told_facts(seen_talk(telling), intruder_english());
  CHECK(kinds_of(facts.at("ID01")) == 5);
  const auto found = rare_combinations(facts);
  REQUIRE(found.size() == 1);
  CHECK(found[0].risk == Risk::high);
  CHECK(found[0].where.size() == 4);
}

TEST_CASE("what others of the study tell too singles nobody out, nor does one kind alone") {
  CHECK(rare_combinations(told_facts(with_other(seen_talk(telling), telling), intruder_english())).empty());
  CHECK(rare_combinations(told_facts(seen_talk({"We had triplets.", "I was adopted."}), intruder_english())).empty());
  CHECK(
      rare_combinations(told_facts(seen_talk({"I was a [OCCUPATION|job 1].", "We had triplets."}), intruder_english()))
          .empty());
}

TEST_CASE("a job counts where somebody says that they have it") {
  CHECK(told_facts(seen_talk({"I was a baker."}), intruder_english()).at("ID01").at(0).value == "baker");
  CHECK(told_facts(seen_talk({"I went to the baker."}), intruder_english()).empty());
}

TEST_CASE("who is alone by an attribute and tells more is told, and who is one of several is not") {
  SeenOutputs seen = seen_talk({"I was a blacksmith.", "We had triplets."});
  seen.columns = {"role", "region"};
  seen.people = {{"ID01", {"Pilot", "North"}}, {"ID02", {"Carer", "North"}}, {"ID03", {"Carer", "North"}}};
  const auto found = described(seen, told_facts(seen, intruder_english()));
  REQUIRE(found.size() == 1);
  CHECK(found[0].risk == Risk::medium);
  CHECK(found[0].says.find("ID01 is alone by role") == 0);
  seen.people[0].values[0] = "Carer";
  CHECK(described(seen, told_facts(seen, intruder_english())).empty());
}
