#include <catch2/catch.hpp>

#include "intruder/voices.hpp"
#include "support/chance.hpp"
#include "unit/stages/intruder/seen_study.hpp"

using namespace moniker;
using namespace moniker::intruder;
using test::intruder_english;

namespace {

const std::vector<std::string> said{"the",  "and", "i",  "you",  "to",  "a",  "of",   "it",
                                    "that", "was", "in", "but",  "so",  "we", "they", "he",
                                    "she",  "not", "on", "with", "for", "at", "then", "just"};

/// Somebody's talk: they say some words more often than others do.
std::string talk_of(unsigned person, std::size_t words, test::Chance& chance) {
  test::Chance habits(person + 100);
  std::vector<std::string> bag;
  for (const std::string& word : said) {
    const std::size_t times = 1 + habits.below(6);
    for (std::size_t i = 0; i < times; ++i) bag.push_back(word);
  }
  std::string talk;
  for (std::size_t i = 0; i < words; ++i) talk += chance.one_of(bag) + (i % 3 == 2 ? " thing " : " ");
  return talk;
}

void add_interview(SeenOutputs& seen, const std::string& id, unsigned person, std::size_t words, test::Chance& chance) {
  SeenTranscript& transcript = seen.transcripts.emplace_back();
  transcript.name = "T0" + std::to_string(seen.transcripts.size());
  for (int turn = 0; turn < 10; ++turn)
    transcript.turns.push_back(test::seen_turn(id, talk_of(person, words / 10, chance)));
}

std::vector<Suspicion> of_voices(const SeenOutputs& seen) {
  return alike_voices(voices_of(seen, intruder_english().function_words)).found;
}

}  // namespace

TEST_CASE("two IDs with one way of talking are told, and six people with six ways are not") {
  test::Chance chance(1);
  SeenOutputs seen;
  for (unsigned person = 1; person <= 5; ++person)
    add_interview(seen, "ID0" + std::to_string(person), person, 1500, chance);
  SeenOutputs alike = seen;
  add_interview(seen, "ID06", 6, 1500, chance);
  CHECK(of_voices(seen).empty());
  add_interview(alike, "ID06", 2, 1500, chance);
  const auto found = of_voices(alike);
  REQUIRE(found.size() == 1);
  CHECK(found[0].attack == Attack::one_voice);
  CHECK(found[0].says.find("ID02 and ID06 talk like one person (Delta") == 0);
}

TEST_CASE("who is in one talk is two people, whatever they talk like") {
  test::Chance chance(1);
  SeenOutputs seen;
  for (unsigned person = 1; person <= 5; ++person)
    add_interview(seen, "ID0" + std::to_string(person), person, 1500, chance);
  add_interview(seen, "ID06", 2, 1500, chance);
  seen.transcripts.back().turns.push_back(test::seen_turn("ID02", talk_of(2, 1500, chance)));
  CHECK(test::of_attack(of_voices(seen), Attack::one_voice).empty());
}

TEST_CASE("one ID with two ways of talking is told, and with one it is not") {
  test::Chance chance(2);
  SeenOutputs seen;
  for (unsigned person = 1; person <= 5; ++person)
    add_interview(seen, "ID0" + std::to_string(person), person, 1500, chance);
  SeenOutputs same = seen;
  add_interview(same, "ID03", 3, 1500, chance);
  CHECK(test::of_attack(of_voices(same), Attack::two_voices).empty());
  std::size_t told = 0;
  for (unsigned person = 7; person <= 12; ++person) {
    SeenOutputs two = seen;
    add_interview(two, "ID03", person, 1500, chance);
    const auto found = test::of_attack(of_voices(two), Attack::two_voices);
    if (found.empty()) continue;
    CHECK(found[0].says.find("ID03 talks like two people in T03 and T06") == 0);
    ++told;
  }
  CHECK(told >= 3);  // a quarter of all pairs is nearer than what is told, by its own measure
}

TEST_CASE("where voices cannot be judged it is said why, and not that none was found") {
  test::Chance chance(4);
  const auto untried = [](const SeenOutputs& seen) {
    std::vector<std::string> names;
    for (const Untried& one : alike_voices(voices_of(seen, intruder_english().function_words)).untried)
      names.emplace_back(name_of(one.attack));
    return names;
  };
  SeenOutputs seen;
  for (unsigned person = 1; person <= 3; ++person)
    add_interview(seen, "ID0" + std::to_string(person), person, 1500, chance);
  CHECK(untried(seen) == std::vector<std::string>{"one-voice", "two-voices"});  // three pairs
  for (unsigned person = 4; person <= 5; ++person)
    add_interview(seen, "ID0" + std::to_string(person), person, 1500, chance);
  CHECK(untried(seen) == std::vector<std::string>{"two-voices"});  // nobody speaks twice
  SeenOutputs same = seen;
  add_interview(same, "ID03", 3, 1500, chance);
  CHECK(untried(same).empty());
  SeenOutputs one_mould;
  for (unsigned person = 1; person <= 5; ++person)
    add_interview(one_mould, "ID0" + std::to_string(person), 1, 1500, chance);
  CHECK(untried(one_mould) == std::vector<std::string>{"one-voice", "two-voices"});
}

TEST_CASE("few words say nothing of a voice, nor does what is replaced") {
  test::Chance chance(3);
  SeenOutputs seen;
  for (unsigned person = 1; person <= 5; ++person)
    add_interview(seen, "ID0" + std::to_string(person), person, 400, chance);
  CHECK(voices_of(seen, intruder_english().function_words).empty());
  SeenOutputs masked = test::seen_talk(std::vector<std::string>(900, "[ID02]"));
  CHECK(voices_of(masked, intruder_english().function_words).empty());
}
