#include <catch2/catch.hpp>

#include "detect/first_way.hpp"
#include "tag/tag_scorer.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
using namespace moniker::tag;
using namespace moniker::words;
namespace {

const std::vector<std::string> talk = {
    "Good morning, my name is Katherine O'Neill and this is Dr. Shaw from St Mary's Hospital.",
    "Yeah. I'm Kate, Kate's sister lives in Milton Keynes, near the river.",
    "so we went to paris with tom and he said um mrs patel would ring 07700 900123",
    "I MET SIOBHAN AT THE CLINIC IN LEEDS",
    "He's twenty-two - works at Marks & Spencer; \"Grace\" (the nurse) said: will Will come?",
    "Ren\xC3\xA9"
    "e, \xC3\x85sa and Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
    "ez-Smith came on the 3rd of May 1994.",
    "Kate",
    "",
    "...",
    "a b c d e f g h i j k l m n"};

TEST_CASE("what is summed without names is what the names add up to") {
  const RuleSet& rules = test::shipped();
  const RuleSet::Compiled& compiled = rules.compiled();
  for (const TagModel* model : {compiled.taggers[0].cased.get(), compiled.taggers[0].uncased.get(),
                                compiled.taggers[1].cased.get(), compiled.taggers[1].uncased.get()}) {
    FirstWay first_way(rules, known_people(rules, Register{}), Search::Tagging::off);
    TagNamer namer(compiled);
    TagScorer scorer(compiled, *model);
    for (int twice = 0; twice < 2; ++twice) {  // the second time all of it is remembered
      for (const std::string& text : talk) {
        Utterance utterance;
        utterance.text = text;
        const Claims& claims = first_way.look(utterance);
        const Words& words = first_way.search().words();
        const TagEvidence evidence{
            .words = words, .claims = claims.findings, .kept = claims.kept, .learned = first_way.learned()};
        namer.begin(evidence);
        scorer.begin(evidence);
        for (std::size_t i = 0; i < words.tokens.size(); ++i) {
          TagSum expected;
          namer.name(i, [&](std::string_view feature) { expected += model->sum({std::string(feature)}); });
          INFO(text << " word " << i);
          CHECK(scorer.score(i).of == expected.of);
        }
        first_way.conclude(utterance);
      }
    }
  }
}

}  // namespace
}  // namespace moniker
