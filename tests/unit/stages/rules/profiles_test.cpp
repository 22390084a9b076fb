// What the shipped profiles promise of each other, on invented talk.
#include <catch2/catch.hpp>

#include <algorithm>

#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

RuleSet shipped_in(const std::string& profile) {
  return RuleSet::load({.rules = std::filesystem::path(MONIKER_SOURCE_DIR) / "rules",
                        .languages = {"en-GB"},
                        .profile = profile,
                        .extra = {}});
}

/// One flag for each byte of each turn.
std::vector<std::string> masked(const RuleSet& rules, const std::vector<Utterance>& turns) {
  std::vector<std::string> flags;
  for (const Utterance& turn : turns) flags.emplace_back(turn.text.size(), '.');
  for (const Finding& f : detect_utterances(rules, {}, turns)) {
    std::fill(flags[f.utterance].begin() + f.bytes.begin, flags[f.utterance].begin() + f.bytes.end, '#');
  }
  return flags;
}

const std::vector<std::string> talk{
    "Hi, it's Joan from Leeds General Infirmary, is that Katherine Shaw?",
    "Yes, Kathy Shaw speaking. I'm at 14 Otley Road, LS6 3AA, and my sister Jo is with me.",
    "My number is oh seven seven double oh nine hundred one two three, or kathy dot shaw at gmail dot com.",
    "He has Parkinson's disease. Dr Patel saw him on the fourteenth of March 2019 at the Otley Road Surgery.",
    "Will came on Monday with Weereratne, he's Nigerian and a plumber, she's seventy-eight, and it came to 4471.",
    "so then zorbett rang, and we went to the Acorn, and the QZX people, in June I think it was"};

}  // namespace

TEST_CASE("strict masks all that balanced masks and more, balanced all that light masks and more") {
  const std::vector<Utterance> turns = test::turns(talk);
  const auto light = masked(shipped_in("light"), turns), balanced = masked(test::shipped(), turns),
             strict = masked(shipped_in("strict"), turns);
  const auto count = [](const std::vector<std::string>& flags) {
    std::ptrdiff_t sum = 0;
    for (const std::string& one : flags) sum += std::count(one.begin(), one.end(), '#');
    return sum;
  };
  CHECK(count(light) < count(balanced));
  CHECK(count(balanced) < count(strict));
  for (std::size_t turn = 0; turn < turns.size(); ++turn) {
    for (std::size_t i = 0; i < turns[turn].text.size(); ++i) {
      INFO(turns[turn].text.substr(i));
      REQUIRE((light[turn][i] == '.' || balanced[turn][i] == '#'));
      REQUIRE((balanced[turn][i] == '.' || strict[turn][i] == '#' || turns[turn].text[i] == ' '));
    }
  }
}

TEST_CASE("a known name is masked in every profile, however little the place says for it") {
  const auto profile = GENERATE(as<std::string>{}, "light", "balanced", "strict");
  CHECK(test::found(shipped_in(profile), {"so QZ came", "Hope was there"},
                    test::people({"Quentin Zorb", "Hope Dunne"})) ==
        std::vector<std::string>{"PERSON:QZ", "PERSON:Hope"});
  CHECK(test::found(shipped_in(profile), {"my sister, Hope, came", "Hope was there"}) ==
        std::vector<std::string>{"PERSON:Hope", "PERSON:Hope"});
}

TEST_CASE("what nobody knows to be harmless goes in strict, and under a better label where a rule knows one") {
  const auto found = test::found(shipped_in("strict"), talk);
  for (const char* wanted : {"PERSON:Will", "OTHER:zorbett", "OTHER:4471", "DATE:June"}) {
    INFO(wanted);
    CHECK(std::find(found.begin(), found.end(), wanted) != found.end());
  }
  // As whom or what is the tagger's choice.
  CHECK(std::any_of(found.begin(), found.end(), [](const auto& one) { return one.ends_with(":Weereratne"); }));
}

TEST_CASE("what is harmless stays in strict") {
  CHECK(test::found(shipped_in("strict"),
                    {"Yeah, I mean, it was on the TV, and I'm not sure, you know. Mum said so too, gonna be fine.",
                     "About 12 of them, 500 mg twice a day, for twenty minutes, and then it's OK.",
                     "He has Parkinson's disease and takes paracetamol. It would've helped, wouldn't it?"})
            .empty());
}

}  // namespace moniker
