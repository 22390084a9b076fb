// The property that makes an alarm worth reading: a study without leaks gives none, whatever its talk.
#include <catch2/catch.hpp>

#include "intruder/drawn.hpp"
#include "support/chance.hpp"
#include "unit/stages/intruder/seen_study.hpp"

using namespace moniker;
using namespace moniker::intruder;
using test::intruder_english;

namespace {

const std::vector<std::string> everyday{"the",   "and",   "I",     "you",   "was",  "morning", "kettle", "walk",
                                        "then",  "home",  "about", "will",  "may",  "hope",    "mark",   "slept",
                                        "nurse", "tired", "with",  "again", "week", "bed",     "window", "quite",
                                        "so",    "grace", "rose",  "they",  "it",   "to"};
const std::vector<std::string> replaced{"[ID02]",      "[PERSON_7]",       "[LOCATION|city A, Yorkshire]",
                                        "[DATE|2024]", "[ORG|hospital B]", "[AGE|50-59]"};

std::string sentence(test::Chance& chance) {
  std::string text = chance.one_of({"Well", "The", "And", "But", "Then", "So", "Yes", "Grace", "Will", "May"});
  for (std::size_t i = 3 + chance.below(12); i > 0; --i)
    text += " " + (chance.one_in(12) ? chance.one_of(replaced) : chance.one_of(everyday));
  return text + ".";
}

SeenOutputs clean_study(unsigned seed) {
  test::Chance chance(seed);
  SeenOutputs seen;
  seen.columns = {"role"};
  for (std::size_t t = 0; t < 7; ++t) {
    SeenTranscript& transcript = seen.transcripts.emplace_back();
    transcript.name = "T0" + std::to_string(t + 1);
    const std::string id = "ID0" + std::to_string(t + 1);
    seen.people.push_back({id, {t % 2 == 0 ? "Carer" : "Nurse"}});
    for (int turn = 0; turn < 60; ++turn)
      transcript.turns.push_back(
          test::seen_turn(turn % 2 == 0 ? "INT1" : id, sentence(chance) + " " + sentence(chance)));
    seen.parts.push_back({transcript.name, "out/" + transcript.name + ".txt.age", transcript.turns[0].text});
  }
  return seen;
}

std::vector<Original> clean_linkage(unsigned seed) {
  std::vector<std::string> names{"Katherine Shaw", "Will Pickersgill", "Grace Adeyemi", "Mohammed Iqbal",
                                 "Mark Ellison",   "Hope Chowdhury",   "May Thackray"};
  test::Chance(seed).shuffle(names);
  std::vector<Original> all;
  for (std::size_t i = 0; i < names.size(); ++i)
    all.push_back({.pseudonym = "ID0" + std::to_string(i + 1), .label = "PERSON", .name = names[i]});
  return all;
}

}  // namespace

TEST_CASE("a study without leaks has nothing above low") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const auto found = suspicions(clean_study(seed), clean_linkage(seed), intruder_english()).found;
    INFO(seed << ": " << (found.empty() ? "" : found.front().says + " " + found.front().words));
    CHECK(test::above_low(found) == 0);
  }
}

TEST_CASE("one name put anywhere into such a study is found, where it stands") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    SeenOutputs seen = clean_study(seed);
    test::Chance chance(seed);
    const std::size_t t = chance.below(seen.transcripts.size()), turn = chance.below(60);
    seen.transcripts[t].turns[turn].text +=
        chance.one_of({" Ask Adeyemi.", " That was Pickersgill's.", " I-Q-B-A-L, it says.", " Katharine knows."});
    const auto found = suspicions(seen, clean_linkage(seed), intruder_english()).found;
    INFO(seed);
    REQUIRE(test::above_low(found) > 0);
    CHECK(found[0].where.at(0) == Spot{.transcript = seen.transcripts[t].name, .turn = turn + 1});
  }
}

TEST_CASE("the same outputs have the same suspicions in the same order, the gravest first") {
  SeenOutputs seen = clean_study(3);
  seen.transcripts[2].turns[5].text += " And Siobhan, and Adeyemi.";
  const auto once = suspicions(seen, clean_linkage(3), intruder_english()).found;
  const auto again = suspicions(seen, clean_linkage(3), intruder_english()).found;
  REQUIRE(once.size() == again.size());
  for (std::size_t i = 0; i < once.size(); ++i) {
    CHECK(once[i].says == again[i].says);
    if (i > 0) CHECK(once[i].risk <= once[i - 1].risk);
  }
}

TEST_CASE("passages are drawn alike for everybody, without favour, the fewer first") {
  const SeenOutputs seen = clean_study(1);
  const auto ten = drawn_passages(seen, 10, "seed"), hundred = drawn_passages(seen, 100, "seed");
  REQUIRE(ten.size() == 10);
  for (std::size_t i = 0; i < ten.size(); ++i) CHECK(ten[i].where == hundred[i].where);
  CHECK(!(drawn_passages(seen, 10, "other")[0].where == ten[0].where));
  CHECK(std::count_if(hundred.begin(), hundred.end(), [](const DrawnPassage& one) { return one.replaced; }) > 20);
  CHECK(std::count_if(hundred.begin(), hundred.end(), [](const DrawnPassage& one) { return !one.replaced; }) > 5);
}

TEST_CASE("every attack has a row with its name and what it asks") {
  std::set<std::string_view> names;
  for (const AttackRow& row : attacks()) {
    names.insert(row.name);
    CHECK(name_of(row.attack) == row.name);
    CHECK_FALSE(row.asks.empty());
  }
  CHECK(names.size() == 10);
}
