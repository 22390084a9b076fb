#include <catch2/catch.hpp>

#include "detect/first_way.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
using namespace moniker::tag;
namespace {

using test::SmallRules;

const std::string base = R"(
labels:
  PERSON: {means: person, balanced: 0.5, review: 0.35}
  LOCATION: {balanced: 0.5, review: 0.35}
  OCCUPATION: {balanced: 0.5, review: 0.35}
classes:
  given: {words: [Kate, Paris]}
  tagger-word: {is: "cap"}
rules:
  - {id: weak, kind: list, label: PERSON, words: given, score: 0.6}
  - {id: strong, kind: context, label: PERSON, pattern: "my name is [ <cap> ]", score: 0.9}
)";
const std::string taggers = R"(
  - {id: tag-person, kind: tagger, label: PERSON, model: m, overrules: 0.8, score: 1}
  - {id: tag-place, kind: tagger, label: LOCATION, model: m, overrules: 0.8, score: 1}
)";
// A capital is nothing, after "in" a place, what a rule claims a person; "of" joins.
const std::string model =
    "b\t150 0 -300 0 -300 -900 -900\n"
    "w-1=in\t-200 0 0 600 0 0 0\n"
    "h0=Cm\t100 0 0 0 0 0 0\n"
    "r0=B:weak\t0 300 0 0 0 0 0\n"
    "w0=of\t-200 0 0 0 800 0 0\n"
    "w-1=of\t-200 0 0 0 900 0 0\n"
    ">B:LOCATION\t0 0 0 0 200 0 0\n"
    ">I:LOCATION\t0 0 0 0 200 0 0\n"
    ">none\t0 0 -900 0 -900 0 -900\n";

RuleSet with_tagger(const std::string& profile = "balanced") {
  return SmallRules(base + taggers).model("m", model).load(profile);
}

TEST_CASE("the tagger settles what weak rules claim, by what stands round") {
  const RuleSet rules = with_tagger();
  CHECK(test::found(rules, {"so I saw Kate there"}) == std::vector<std::string>{"PERSON:Kate"});
  CHECK(test::found(rules, {"so we met in Paris again"}) == std::vector<std::string>{"LOCATION:Paris"});
  CHECK(test::found(rules, {"so we saw Xyz again"}).empty());
}

TEST_CASE("a name goes on over small words between capitals") {
  CHECK(test::found(with_tagger(), {"she lived in Vale of York then"}) ==
        std::vector<std::string>{"LOCATION:Vale of York"});
}

TEST_CASE("what a strong rule claims stands, whatever the tagger says") {
  CHECK(test::found(with_tagger(), {"hello my name is Xyz"}) == std::vector<std::string>{"PERSON:Xyz"});
}

TEST_CASE("a second tagger tells other labels, and takes in what stands before a word of its own") {
  const std::string second =
      "  detail-word: {words: [chief]}\n  detail-before: {words: [crew]}\n"
      "rules:\n"
      "  - {id: weak, kind: list, label: PERSON, words: given, score: 0.5}\n"
      "  - {id: tag-work, kind: tagger, label: OCCUPATION, model: d, score: 1}\n"
      "  - {id: tag-place, kind: tagger, label: LOCATION, model: m, overrules: 0.8, score: 1}\n";
  const std::string details =
      "b\t-900 0 0 -900 -900 -900 -900\n"
      ">\t0 0 -900 0 0 0 0\n"
      ">B:OCCUPATION\t0 -900 0 0 0 0 0\n";
  const std::string classes = base.substr(0, base.find("rules:\n"));
  const RuleSet rules = SmallRules(classes + second).model("m", model).model("d", details).load();
  CHECK(test::found(rules, {"Roy was the crew chief in Paris then"}) ==
        std::vector<std::string>{"OCCUPATION:crew chief", "LOCATION:Paris"});
}

TEST_CASE("what a rule's validator or a sign beside it refuses, its tagger does not find") {
  const std::string labels =
      "labels:\n  PERSON: {means: person, balanced: 0.5, review: 0.35}\n  ID: {balanced: 0.5, review: 0.35}\n";
  const std::string classes = "classes:\n  code-word: {is: \"digit\"}\n";
  const std::string rule =
      "rules:\n  - {id: tag-id, kind: tagger, label: ID, model: c, score: 1, validator: told_code, not_near: [\"%\", "
      "miles]}\n";
  const std::string each_is_one = "b\t-900 300 0 -900 -900 -900 -900\n>B:ID\t0 -900 0 0 0 0 0\n";
  const RuleSet rules = SmallRules(labels + classes + rule).model("c", each_is_one).load();
  CHECK(test::found(rules, {"so mine was 45281 then"}) == std::vector<std::string>{"ID:45281"});
  const auto nobodys = GENERATE(as<std::string>(), "about 45281 miles", "about 45281% more", "it was 120/80 then");
  CHECK(test::found(rules, {nobodys}).empty());
}

TEST_CASE("in strict a weak claim stands beside the tagger's") {
  const std::string against = "b\t900 0 0 0 0 0 0\n";
  CHECK(test::found(SmallRules(base + taggers).model("m", against).load(), {"so I saw Kate there"}).empty());
  CHECK(test::found(SmallRules(base + taggers).model("m", against).load("strict"), {"so I saw Kate there"}) ==
        std::vector<std::string>{"PERSON:Kate"});
}

TEST_CASE("switched off, rules and lists are alone, and no model is read") {
  SmallRules small(base + taggers);
  const RuleSet rules = RuleSet::load({.rules = small.folder(), .languages = {"xx"}, .tagger = false});
  CHECK(test::found(rules, {"so we met in Paris again"}) == std::vector<std::string>{"PERSON:Paris"});
}

TEST_CASE("a wrong tagger rule is told where it stands") {
  const auto [yaml, what] = GENERATE(table<std::string, std::string>({
      {"  - {id: t, kind: tagger, label: PERSON, model: none}\n", ""},
      {"  - {id: t, kind: tagger, label: PERSON}\n", "rule `t` has no `model`"},
      {"  - {id: t, kind: tagger, label: PERSON, model: m, pattern: x}\n",
       "rule `t` is of kind tagger and has `pattern`"},
      {"  - {id: t, kind: tagger, label: PERSON, model: m}\n  - {id: u, kind: tagger, label: PERSON, model: m}\n",
       "rule `u` is a second tagger for its label or asks for a second model"},
      {"  - {id: t, kind: list, label: PERSON, words: given, model: m}\n", "rule `t` is of kind list and has `model`"},
  }));
  SmallRules small(base + yaml);
  small.model("m", model);
  const Problem problem = small.problem();
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.file == small.file());
  CHECK(problem.at.line >= 11);
  CHECK(problem.what ==
        (what.empty() ? "the model " + (small.folder() / "models" / "none.cased.tsv").string() + " cannot be read"
                      : what));
}

TEST_CASE("an explanation says which features weighed most") {
  const RuleSet rules = with_tagger();
  Trace trace;
  FirstWay way(rules, known_people(rules, Register{}));
  way.trace_to(&trace);
  const Utterance utterance = test::turns({"so we met in Paris again"}).front();
  way.look(utterance);
  way.conclude(utterance);
  const auto place = std::find_if(trace.claims().begin(), trace.claims().end(),
                                  [&](const ClaimTrace& c) { return rules.rule(c.claim.rule).id == "tag-place"; });
  REQUIRE(place != trace.claims().end());
  REQUIRE(!place->reasons.empty());
  CHECK(place->reasons[0].feature == "w-1=in");
  CHECK(place->reasons[0].weight == Approx(8));
  const auto weak = std::find_if(trace.claims().begin(), trace.claims().end(),
                                 [&](const ClaimTrace& c) { return rules.rule(c.claim.rule).id == "weak"; });
  REQUIRE(weak != trace.claims().end());
  CHECK(weak->fate == Fate::overruled);
}

}  // namespace
}  // namespace moniker
