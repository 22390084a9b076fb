#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "detect/explain.hpp"
#include "small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

const std::string yaml = R"(
labels:
  PERSON: {means: person, balanced: 0.5, review: 0.3}
  ORG: {balanced: 0.5, review: 0.3}
  ID: {balanced: 0.5, review: 0.3}
classes:
  name: {words: [Fizz, Buzz, Pop]}
rules:
  - {id: name, kind: list, label: PERSON, words: name, score: 0.6, start: 0.2}
  - {id: met, kind: context, label: PERSON, score: 0.9, teach: true, pattern: "met [ <cap> ]"}
  - {id: late, kind: list, label: ORG, words: name, score: 0.6, start: 0.2}
  - {id: club, kind: regex, label: ORG, score: 0.7, pattern: '\p{Lu}\w+ Club', not_near: [golf]}
  - {id: shop, kind: regex, label: ORG, score: 0.8, pattern: 'Club \p{Lu}\w+'}
  - {id: number, kind: regex, label: ID, score: 0.4, pattern: '\d{5}', context: {words: [hospital number], raise: 0.3, lower: 0.05}}
  - {id: checked, kind: regex, label: ID, score: 0.6, pattern: '\d{10}', validator: nhs_number}
  - {id: tea, kind: keep, pattern: "[ fizz tea ]"}
)";

/// Each claim of the last turn as "rule words own>score fate ...", in the order in which they were made.
std::vector<std::string> told(const RuleSet& rules, const std::vector<std::string>& texts, const Register& known = {}) {
  const std::vector<Utterance> turns = test::turns(texts);
  const std::vector<Explained> all = explain_utterances(rules, known, turns);
  REQUIRE(all.size() == turns.size());
  const std::string& text = texts.back();
  const auto words = [&](ByteRange bytes) { return text.substr(bytes.begin, bytes.size()); };
  std::vector<std::string> list;
  for (const ClaimTrace& c : all.back().claims) {
    std::string line = rules.rule(c.claim.rule).id + " " + words(c.claim.bytes) + " ";
    line += std::to_string(std::lround(c.own * 100)) + ">" + std::to_string(std::lround(c.claim.score * 100)) + " ";
    line += fate_name(c.fate);
    if (c.context.veto) line += " by " + *c.context.veto;
    if (c.context.near) line += " near " + *c.context.near;
    if (c.fate == Fate::kept) line += " by " + rules.rule(c.keep.rule).id;
    if (c.fate == Fate::lost) line += " to " + rules.rule(c.winner.rule).id + ", " + std::string(order_name(c.order));
    for (const ByteRange left : c.left) line += ", left " + words(left);
    if (c.lesson) line += " taught by " + c.lesson->rule + " x" + std::to_string(c.lesson->times);
    if (c.lesson && c.lesson->utterance) line += " in " + std::to_string(*c.lesson->utterance);
    list.push_back(line);
  }
  return list;
}

using Lines = std::vector<std::string>;

struct Reasons {
  std::vector<std::string> texts;
  Lines wanted;
};

}  // namespace

TEST_CASE("every claim is told with its score, its context and what became of it") {
  const RuleSet rules = test::SmallRules(yaml).load();
  const auto& c = GENERATE(values<Reasons>({
      // the same score and length: the order of the rules tells
      {{"I saw Fizz there"}, {"name Fizz 60>60 masked", "late Fizz 60>60 lost to name, rule"}},
      {{"I met Fizz there"},
       {"met Fizz 90>90 masked", "name Fizz 60>60 lost to met, score", "late Fizz 60>60 lost to met, score",
        "learned Fizz 85>85 lost to met, score taught by met x1 in 0"}},
      {{"Fizz there"}, {"name Fizz 20>20 too low", "late Fizz 20>20 too low"}},
      {{"some Fizz tea there"}, {"name Fizz 60>60 kept by tea", "late Fizz 60>60 kept by tea"}},
      {{"the Gala Club"}, {"club Gala Club 70>70 masked"}},
      {{"the golf Gala Club"}, {"club Gala Club 70>70 vetoed by golf"}},
      {{"the hospital number is 12345"}, {"number 12345 40>70 masked near hospital number"}},
      {{"is 12345"}, {"number 12345 40>35 masked"}},
      // what a validator passed, before what is longer
      {{"the 9434765919 number"}, {"checked 9434765919 60>60 masked"}},
      // the loser's rest is masked
      {{"the Gala Club Red"}, {"club Gala Club 70>70 masked", "shop Club Red 80>80 lost to club, longer, left Red"}},
      // a name is taught in one turn and found in another
      {{"I met Wizz", "and wizz said"}, {"learned wizz 85>85 masked taught by met x1 in 0"}},
      {{"I met Wizz", "so wizz'll come"}, {"learned wizz'll 85>85 masked taught by met x1 in 0"}},
  }));
  CHECK(told(rules, c.texts) == c.wanted);
}

TEST_CASE("the register's names come first and say so") {
  const RuleSet rules = test::SmallRules(yaml).load();
  CHECK(told(rules, {"I met Fizz there"}, test::people({"Fizz Shaw"})) ==
        Lines{"met Fizz 90>90 lost to register, registered", "name Fizz 60>60 lost to register, registered",
              "late Fizz 60>60 lost to register, registered", "register Fizz 99>99 masked",
              "learned Fizz 85>85 lost to register, registered taught by met x1 in 0"});
}

TEST_CASE("what is replaced without asking comes before what is asked about") {
  const RuleSet rules = test::SmallRules(R"(
labels: {PERSON: {means: person}, ORG: {balanced: 0.5, review: 0.3}}
rules:
  - {id: sure, kind: regex, label: ORG, score: 0.6, pattern: 'Aa'}
  - {id: doubt, kind: regex, label: ORG, score: 0.4, pattern: 'Aa Bb'}
)")
                            .load();
  CHECK(told(rules, {"x Aa Bb"}) == Lines{"sure Aa 60>60 masked", "doubt Aa Bb 40>40 lost to sure, sure, left Bb"});
}

TEST_CASE("a speaker's label teaches, and the explanation says where") {
  const std::vector<std::string> texts{"hello", "I saw wizz"};
  std::vector<Utterance> turns = test::turns(texts);
  turns[0].speaker = "Siobhan Hallett";
  turns[1].text = "then siobhan hallett rang";
  const auto all = explain_utterances(test::shipped(), {}, turns);
  const auto learned = std::find_if(all[1].claims.begin(), all[1].claims.end(),
                                    [](const ClaimTrace& c) { return c.lesson.has_value(); });
  REQUIRE(learned != all[1].claims.end());
  CHECK(learned->lesson->rule == "speaker-label");
  CHECK(learned->lesson->utterance == 0);
}

/// Of each unclaimed word what nearly claimed it, as "word: rule, what stands there, wants ...".
Lines tried(const std::string& text) {
  const RuleSet rules = test::SmallRules(R"(
labels: {PERSON: {means: person}, ORG: {}, NHS_NUMBER: {}}
classes:
  name: {words: [Fizz, Hope]}
  word: {words: [hope]}
rules:
  - {id: name, kind: list, label: PERSON, words: "name&!word", score: 0.6}
  - {id: works, kind: context, label: ORG, score: 0.9, pattern: "(worked|works|work) (at|for) [ <cap> ] now"}
  - {id: number, kind: regex, label: NHS_NUMBER, score: 0.9, pattern: '\d{10}', validator: nhs_number}
)")
                            .load();
  const std::vector<Utterance> turns = test::turns({text});
  Lines lines;
  for (const UnclaimedWord& word : unclaimed_words(rules, turns[0], explain_utterances(rules, {}, turns)[0])) {
    for (const NearMiss& miss : word.tried) {
      constexpr std::string_view wants[] = {"one of", "all of", "taken by"};
      std::string line = text.substr(word.bytes.begin, word.bytes.size()) + ": " + rules.rule(miss.rule).id + ", " +
                         text.substr(miss.at.begin, miss.at.size()) + ", ";
      line += wants[static_cast<std::size_t>(miss.wants)];
      for (const std::string& wanted : miss.wanted) line += " " + wanted;
      lines.push_back(line);
    }
  }
  return lines;
}

TEST_CASE("of a word that nothing claims it is told what nearly did, and what was missing") {
  CHECK(tried("I work for Wizz now") == Lines{});  // claimed
  // a word before the name, and one behind it
  CHECK(tried("I work near Wizz now") == Lines{"Wizz: works, near, one of at for"});
  CHECK(tried("I work for Wizz then") == Lines{"Wizz: works, then, one of now"});
  CHECK(tried("I liked Wizz then") == Lines{});  // two things were missing
  // the word itself: left out of a list, and refused as a number
  CHECK(tried("so Hope then") == Lines{"Hope: name, Hope, all of !word"});
  CHECK(tried("it is 9434765918 here") == Lines{"9434765918: number, 9434765918, taken by nhs_number"});
}

/// Whoever asks why gets the same answer to what.
TEST_CASE("explaining finds what detection finds, and each finding has one claim that decides") {
  const RuleSet& rules = test::shipped();
  const std::vector<Utterance> turns = test::turns(
      {"Hi, it's Joan from Leeds General Infirmary, is that Katherine Shaw?",
       "Yes, Kathy Shaw speaking. I'm at 14 Otley Road, LS6 3AA, and my sister Jo is with me.",
       "My number is oh seven seven double oh nine hundred one two three, or kathy dot shaw at gmail dot com.",
       "He has Parkinson's disease. Dr Patel saw him on the fourteenth of March 2019 at the Otley Road Surgery.",
       "Shaw. Jo? Will came on Monday, and his NHS number is 943 476 5919, will that do?"});
  const Register known = test::people({"Katherine Shaw"});
  std::vector<Finding> found;
  for (const Explained& one : explain_utterances(rules, known, turns)) {
    for (const Finding& finding : one.findings) {
      found.push_back(finding);
      const auto claims = claims_on(one, finding);
      REQUIRE(!claims.empty());
      CHECK(std::count_if(claims.begin(), claims.end(), [&](const ClaimTrace& c) { return decides(c, finding); }) == 1);
      CHECK(decides(claims.front(), finding));
    }
    for (const ClaimTrace& claim : claims_on_nothing(one)) CHECK(claim.fate != Fate::masked);
  }
  CHECK(found.size() > 10);
  CHECK(found == detect_utterances(rules, known, turns));
}

}  // namespace moniker
