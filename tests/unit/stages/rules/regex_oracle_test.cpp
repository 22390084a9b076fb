// Where words wake expressions, RE2 finds what it finds in the whole text: on the rules' own examples, cut and joined
// at random, and on texts that are made of each expression and put at every edge of a turn.
#include <catch2/catch.hpp>

#include "support/regex_oracle.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

using test::MatchWriter;
using test::RegexOracle;

std::vector<std::string> examples(const RuleSet::Compiled& rules) {
  std::vector<std::string> texts;
  for (const RuleDetail& detail : rules.details) {
    for (const ExampleSpec& example : detail.examples) texts.push_back(example.text);
  }
  return texts;
}

/// Asks both and counts what was found, so that a test of nothing fails.
std::size_t same(RegexOracle& oracle, const std::string& text) {
  if (find_invalid_utf8(text) != std::string::npos) return 0;
  const RegexOracle::Answers answers = oracle.ask(text);
  INFO(text);
  CHECK(answers.fast == answers.slow);
  return answers.slow.size();
}

TEST_CASE("the fast way finds in the rules' examples what RE2 finds, however they are cut") {
  RegexOracle oracle(test::shipped());
  const std::vector<std::string> texts = examples(test::shipped().compiled());
  std::mt19937 random(7);  // NOLINT: the same texts every time
  std::size_t found = 0;
  for (const std::string& text : texts) {
    found += same(oracle, text);
    const std::string& other = texts[random() % texts.size()];
    found += same(oracle, text.substr(0, random() % (text.size() + 1)) + " " +
                              other.substr(std::min<std::size_t>(other.size(), random() % 8)));
    found += same(oracle, text + other);
  }
  CHECK(found > 1000);
}

TEST_CASE("a match made of an expression is found at every edge of a turn") {
  RegexOracle oracle(test::shipped());
  std::mt19937 random(11);  // NOLINT: the same texts every time
  MatchWriter writer(random);
  constexpr std::string_view edges[] = {"",  " ",   "so ", ". ",     "-",       "’s ", "(",          "é",
                                        "1", "Ann", " & ", "x’",     "\n",      "…",   "Zoltan'll ", "Zoltan’",
                                        "½", "m² ", "™",   "\uFFFD", "\uF0B7 ", "①"};
  std::size_t found = 0, unread = 0;
  for (const RegexRule& rule : test::shipped().compiled().regexes) {
    const auto expression = read_expression(rule.pattern->text());
    if (!expression) {  // slow, and so the oracle's own way
      ++unread;
      continue;
    }
    for (int round = 0; round < 12; ++round) {
      std::string made(edges[writer.below(std::size(edges))]);
      writer.write(*expression, made);
      if (round % 3 == 0) writer.write(*expression, made.append(edges[writer.below(std::size(edges))]));
      found += same(oracle, made.append(edges[writer.below(std::size(edges))]));
    }
  }
  CHECK(found > 300);
  CHECK(unread <= 2);
}

TEST_CASE("a match may begin with the verb that was cut off a name") {
  RegexOracle oracle(test::shipped());
  std::size_t found = 0;
  for (const char* text : {"my insta is Zoltan'll underscore quimby", "it's Zoltan'd_quimby there",
                           "Zoltan\xE2\x80\x99re k a t e", "they say Zoltan've_quimby and Geoff'll underscore quimby"})
    found += same(oracle, text);
  CHECK(found >= 3);
}

TEST_CASE("few places are shown to RE2") {
  RegexOracle oracle(test::shipped());
  oracle.ask("Well, I think that we went there when it was raining, and nobody had an umbrella with them at all.");
  CHECK(oracle.wakes() < 25);  // of 212 rules at 20 words
}

}  // namespace
}  // namespace moniker
