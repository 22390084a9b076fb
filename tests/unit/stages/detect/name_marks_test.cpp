// The second way looks at few turns. Here it looks at all of them, and finds nothing in those that it would have
// passed.
#include <catch2/catch.hpp>
#include <random>

#include "detect/first_way.hpp"
#include "detect/name_marks.hpp"
#include "small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

struct Passed {
  std::size_t turns = 0, looked_at = 0, found = 0, missed = 0;
};

/// Both ways over the turns, by hand; names beside those that were taught.
Passed second_way(const std::vector<std::string>& texts, const std::vector<LearnedName>& more = {}) {
  const RuleSet& rules = test::shipped();
  const std::vector<Utterance> turns = test::turns(texts);
  Detector detector(rules, Register{});
  NameMarks marks(rules.compiled());
  for (const Utterance& turn : turns) {
    detector.take(turn, [](const Marked&) {});
    detector.mark(marks);
  }
  LearnedNames names = detector.learned();
  for (const LearnedName& name : more) names.add(name);
  const LearnedMatcher matcher(rules, names);
  LearnedReader reader(matcher);
  marks.look_for(names);
  Passed passed;
  for (const Utterance& turn : turns) {
    const bool looked_at = marks.next_may_hold();
    const bool found = !reader.add(turn, {}).empty() || !reader.left_to_keeps().empty();
    ++passed.turns;
    passed.looked_at += looked_at;
    passed.found += found;
    passed.missed += found && !looked_at;
  }
  return passed;
}

LearnedName name_of(const std::string& form, bool word) {
  return {.form = form, .label = "PERSON", .rule = "title-and-name", .score = 0.9F, .times = 1, .word = word};
}

TEST_CASE("every turn that holds a learned name in any form is looked at") {
  const auto [form, word, text, found] = GENERATE(table<std::string, bool, std::string, bool>({
      {"tariqov", false, "it was tariqov again", true},
      {"tariqov", false, "so the Tariqovs came", true},
      {"tariqov", false, "TARIQOV CAME IN THEN", true},
      {"tariqov", false, "or tariqov'll come", true},
      {"tariqov", false, "tariqov's bag", true},
      {"tariqov", false, "it was somebody else", false},
      {"will", true, "then Will came", true},
      {"will", true, "Will came", true},
      {"will", true, "all the Wills came", true},
      {"will", true, "I will come", false},
      {"royal tariqov", false, "at the royal tariqov", true},
      {"will hope", true, "then Will Hope came", true},
      {"a b", false, "so a b came", true},
      {"will hope", false, "i will hope", true},
  }));
  CAPTURE(form, text);
  const Passed passed = second_way({text}, {name_of(form, word)});
  CHECK(passed.found == found);
  CHECK(passed.missed == 0);
}

TEST_CASE("no name is passed by in the rules' examples, whatever is taught there, and most turns are") {
  std::vector<std::string> texts;
  for (const RuleDetail& detail : test::shipped().compiled().details) {
    for (const ExampleSpec& example : detail.examples) texts.push_back(example.text);
  }
  const Passed passed = second_way(texts);
  CHECK(passed.found > 100);
  CHECK(passed.missed == 0);
  std::vector<std::string> plain(1000, "and then we went there when it was raining, you know");
  plain.push_back("My name is Ada Fizzleby.");
  CHECK(second_way(plain).looked_at == 1);
}

TEST_CASE("any words at all, learned as names, are looked for where they stand") {
  std::mt19937 random(3);  // NOLINT: the same names every time
  const std::vector<std::string> texts = {
      "Well, the Crown and Anchor was there.", "will you, Mark, or is it Joy's?",
      "O'Neill-Shaw and van der Berg came",    "It's 7 o'clock in St. Ives & Son",
      "She'd said Grace'll ring the Hills",    "i am a b c, and So on",
  };
  words::Vocabulary vocabulary = test::shipped().compiled().vocabulary();
  for (int round = 0; round < 200; ++round) {
    words::Words words;
    words::read_words(vocabulary, texts[random() % texts.size()], {}, words);
    const std::size_t first = random() % words.tokens.size();
    const std::size_t count = std::min<std::size_t>(1 + random() % 3, words.tokens.size() - first);
    std::string form;
    bool ordinary = true;
    for (std::size_t i = first; i < first + count; ++i) {
      form.append(form.empty() ? "" : " ").append(words.fold_of(words.tokens[i]));
      ordinary = ordinary && random() % 2 == 0;
    }
    CAPTURE(form);
    CHECK(second_way(texts, {name_of(form, ordinary)}).missed == 0);
  }
}

TEST_CASE("marks of a long transcript come back in order") {
  const RuleSet& rules = test::shipped();
  words::Vocabulary vocabulary = rules.compiled().vocabulary();
  words::Words with, without;
  words::read_words(vocabulary, "so Tariqov said that Fizzleby and Brannigan and Oddworth came", {}, with);
  words::read_words(vocabulary, "and then we went there", {}, without);
  NameMarks marks(rules.compiled());
  constexpr int turns = 200'000;  // more than are kept in memory
  for (int i = 0; i < turns; ++i) marks.add(i % 7 == 0 ? with : without);
  LearnedNames names;
  names.add(name_of("fizzleby", false));
  marks.look_for(names);
  int wrong = 0;
  for (int i = 0; i < turns; ++i) wrong += marks.next_may_hold() != (i % 7 == 0);
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace moniker
