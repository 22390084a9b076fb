#include "rules/woken_words.hpp"

#include <catch2/catch.hpp>

#include "rules/compiled.hpp"
#include "rules/wake_program.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

using test::SmallRules;
using Found = std::vector<std::string>;

/// In one room, so that what is known of pairs of words goes from text to text.
Found found(const std::string& pattern, const std::vector<std::string>& texts) {
  const RuleSet rules =
      SmallRules("labels: {PERSON: {means: person}, ID: {}}\nrules:\n  - {id: a, kind: regex, label: ID, pattern: '" +
                 pattern + "'}\n")
          .load();
  return test::found(rules, texts);
}

TEST_CASE("a pair of words that woke nothing in one place may wake something in another") {
  const auto [pattern, texts, wanted] = GENERATE(table<std::string, std::vector<std::string>, Found>({
      {"[.] Twenty one", {"so Twenty one", "so. Twenty one"}, {"ID:. Twenty one"}},
      {"& Twenty one", {"so Twenty one", "A & Twenty one"}, {"ID:& Twenty one"}},
      {"^Twenty one", {"so Twenty one", "Twenty one"}, {"ID:Twenty one"}},
      {" Twenty one", {"Twenty one", "so Twenty one"}, {"ID: Twenty one"}},
      {"Twenty one (?:dot|at)", {"so Twenty one or", "so Twenty one at"}, {"ID:Twenty one at"}},
      {"Twenty one", {"so Twenty ones", "so Twenty one", "so Twenty-one"}, {"ID:Twenty one"}},
      {"Twenty on", {"so Twenty one", "so Twenty on", "so Twenty one"}, {"ID:Twenty on"}},
  }));
  INFO(pattern);
  CHECK(found(pattern, texts) == wanted);
}

TEST_CASE("words that say the same share what they say, until there is another vocabulary") {
  std::vector<WakeProgram::Source> one;
  one.push_back({read_expression("born in (?:Leeds|York)"), true});
  const WakeProgram program(one);
  WakeStates states(program);
  WokenWords woken(states, program.blocks());
  const words::Lexicon lexicon;
  const words::ClassSet none;
  words::Vocabulary vocabulary(lexicon, none);
  words::Words words;
  words::read_words(vocabulary, "born here there in", {}, words);
  CHECK(woken.begin(words));
  const auto place = [&](std::size_t token) { return woken.place_of(*words.tokens[token].word); };
  REQUIRE(place(0) != 0);
  CHECK(woken.rows(place(0))[WakeRows::goes_blank] == 1);
  CHECK(place(1) == 0);
  CHECK(woken.rows(0) == nullptr);
  CHECK(place(2) == place(1));
  CHECK(place(3) != place(0));
  CHECK_FALSE(woken.begin(words));
  ++words.epoch;
  CHECK(woken.begin(words));
}

TEST_CASE("of pairs as many are noted as there is room for") {
  NotedPairs pairs;
  CHECK_FALSE(pairs.holds(0, 0));
  pairs.note(0, 0);
  pairs.note(3, 7);
  CHECK(pairs.holds(0, 0));
  CHECK(pairs.holds(3, 7));
  CHECK_FALSE(pairs.holds(7, 3));
  for (std::uint32_t first = 0; first < 1000; ++first) {
    for (std::uint32_t second = 0; second < 1000; ++second) pairs.note(first, second);
  }
  CHECK(pairs.holds(999, 999));
  pairs.clear();
  CHECK_FALSE(pairs.holds(999, 999));
}

}  // namespace
}  // namespace moniker
