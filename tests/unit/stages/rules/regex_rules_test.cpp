#include <catch2/catch.hpp>

#include "rules/compiled.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

using test::SmallRules;
using Found = std::vector<std::string>;

RuleSet with(const std::string& rule) {
  return SmallRules("labels: {PERSON: {means: person}, ID: {}}\nrules:\n  - {id: a, kind: regex, label: ID, " + rule +
                    "}\n")
      .load();
}

TEST_CASE("a match stands on whole words of any script") {
  const RuleSet rules = with("pattern: 'Ren'");
  CHECK(test::found(rules, {"Ren Renée éRen (Ren) Ren"}) == Found{"ID:Ren", "ID:Ren", "ID:Ren"});
  CHECK(test::found(with("pattern: 'Ren', whole_word: false"), {"Renée"}) == Found{"ID:Ren"});
}

TEST_CASE("an expression gets the memory that it can be compiled in, and no more") {
  const LazyRegex small("\\d{4}"), large("(?:\\pL{2,40} ){2,4}\\d{4}");
  CHECK(small.get().options().max_mem() == 512 << 10);
  REQUIRE(large.get().ok());
  CHECK(large.get().options().max_mem() > 512 << 10);
  CHECK(RE2::FullMatch("of Hallowby 1234", large.get()));
  const LazyRegex wrong("(");
  CHECK_FALSE(wrong.get().ok());
}

TEST_CASE("what RE2 forgets for want of memory it finds all the same") {
  const RuleSet rules = with("pattern: '[A-Z][a-z]{1,30} (?:and|or|with|for) [A-Z][a-z]{1,30}'");
  std::vector<std::string> texts;
  Found wanted;
  for (int i = 0; i < 3000; ++i) {
    const auto word = [&](int from) {
      std::string text(1, static_cast<char>('A' + from % 26));
      for (int rest = from * 7919 + 13; text.size() < 9; rest = rest / 3 + from)
        text += static_cast<char>('a' + rest % 26);
      return text;
    };
    texts.push_back("so " + word(i) + " and " + word(i + 5) + " went");
    wanted.push_back("ID:" + word(i) + " and " + word(i + 5));
  }
  CHECK(test::found(rules, texts) == wanted);
}

TEST_CASE("a group is masked, case is as asked") {
  CHECK(test::found(with("pattern: 'ref (\\d+)', group: 1"), {"ref 12, Ref 13"}) == Found{"ID:12"});
  CHECK(test::found(with("pattern: 'ref (\\d+)', group: 1, ignore_case: true"), {"ref 12, Ref 13"}) ==
        Found{"ID:12", "ID:13"});
}

TEST_CASE("a validator decides, or moves the score") {
  const std::vector<std::string> texts{"943 476 5919", "943 476 5918"};
  CHECK(test::found(with("pattern: '\\d{3} \\d{3} \\d{4}', validator: nhs_number"), texts) == Found{"ID:943 476 5919"});
  const RuleSet lowered = with("pattern: '\\d{3} \\d{3} \\d{4}', validator: nhs_number, score: 0.7, invalid: -0.3");
  const auto findings = detect_utterances(lowered, {}, test::turns(texts));
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].score == Approx(0.7F));
  CHECK(findings[1].score == Approx(0.4F));
}

TEST_CASE("words nearby raise the score, also from the turn before") {
  const RuleSet rules =
      with("pattern: '\\d{4}', score: 0.3, context: {words: [pin, hospital number], before: 20, after: 6, raise: 0.4}");
  const auto [before, text, there] = GENERATE(table<std::string, std::string, bool>({
      {"", "my pin is 1234", true},
      {"", "1234 pin", true},
      {"", "my hospital number 1234", true},
      {"", "number 1234", false},
      {"", "pins 1234", false},
      {"", "pin and so on and on 1234", false},
      {"", "1234 and then pin", false},
      {"what is your pin?", "1234", true},
      {"your pin, if you would be so very kind", "1234", false},
      {"your pin", "well that is 1234", true},
      {"your pin", "well I do think it is 1234", false},
  }));
  CAPTURE(before, text);
  CHECK((test::found(rules, {before, text}).size() == 1) == there);
}

TEST_CASE("without its context a rule may sink, next to a veto it is silent") {
  const RuleSet rules =
      with("pattern: '\\d{4}', score: 0.6, not_near: [order, pounds], context: {words: [pin], raise: 0.1, lower: 0.4}");
  CHECK(test::found(rules, {"pin 1234"}) == Found{"ID:1234"});
  CHECK(test::found(rules, {"the 1234"}).empty());
  CHECK(test::found(rules, {"pin for order 1234"}).empty());
  CHECK(test::found(rules, {"pin 1234 pounds"}).empty());
  CHECK(test::found(rules, {"order of pin 1234"}) == Found{"ID:1234"});
}

TEST_CASE("many rules go through one prefilter and none is lost") {
  std::string yaml = "labels: {PERSON: {means: person}, ID: {}}\nrules:\n";
  for (int i = 0; i < 150; ++i) {
    const std::string n = std::to_string(i);
    yaml += "  - {id: r" + n + ", kind: regex, label: ID, pattern: 'k" + n + "[\\pL\\pM]+'}\n";
  }
  const RuleSet rules = SmallRules(yaml).load();
  for (int i = 0; i < 150; ++i) {
    const std::string text = "k" + std::to_string(i) + "éx";
    REQUIRE(test::found(rules, {"so " + text + " it"}) == Found{"ID:" + text});
  }
}

}  // namespace
}  // namespace moniker
