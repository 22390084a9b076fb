#include <catch2/catch.hpp>

#include "detect/examples.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

using test::SmallRules;

const std::string labels = "labels: {PERSON: {means: person, balanced: 0.5, strict: 0.2, light: 0.8, review: 0.35}}\n";

TEST_CASE("a profile chooses the thresholds, review is never above them, and light asks about nothing") {
  const auto [profile, replace, review] = GENERATE(
      table<std::string, float, float>({{"balanced", 0.5F, 0.35F}, {"strict", 0.2F, 0.2F}, {"light", 0.8F, 0.8F}}));
  const RuleSet rules = SmallRules(labels).load(profile);
  REQUIRE(rules.labels().size() == 1);
  CHECK(rules.labels()[0].replace == replace);
  CHECK(rules.labels()[0].review == review);
}

TEST_CASE("a rule counts in the profiles that it names, in all where it names none") {
  const SmallRules small(labels + R"(
rules:
  - {id: all, kind: regex, label: PERSON, pattern: x}
  - {id: one, kind: regex, label: PERSON, pattern: x, profiles: [strict]}
  - {id: two, kind: keep, pattern: x, profiles: [strict, balanced]}
)");
  const auto [profile, wanted] = GENERATE(
      table<std::string, std::string>({{"balanced", "all two "}, {"strict", "all one two "}, {"light", "all "}}));
  std::string ids;
  const RuleSet rules = small.load(profile);
  for (const Rule& rule : rules.rules()) {
    if (!rule.file.empty()) ids += rule.id + " ";
  }
  CHECK(ids == wanted);
}

TEST_CASE("the built-in rules are listed with the others") {
  const RuleSet rules = SmallRules(labels + "rules: [{id: a, kind: regex, label: PERSON, pattern: x}]").load();
  std::vector<std::string> ids;
  for (const Rule& rule : rules.rules()) ids.push_back(rule.id + (rule.file.empty() ? "" : "*"));
  CHECK(ids == std::vector<std::string>{"a*", "register", "register-near", "learned", "decided", "kept"});
}

TEST_CASE("what is wrong with a rule is told where it stands") {
  struct Case {
    std::string yaml, what, remedy;
    std::uint32_t line;
  };
  const auto& c = GENERATE(values<Case>({
      {"rules: [{id: a, kind: regex, label: FIZZ, pattern: x}]", "rule `a` has the unknown label `FIZZ`",
       "add it to labels.yaml or name one that is there", 2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: '(x'}]",
       "the pattern of rule `a` is no RE2 expression: missing ): (x",
       "RE2 has no look-around and no back-references: mask a group instead", 2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: '(?<=b)x'}]",
       "the pattern of rule `a` is no RE2 expression: invalid perl operator: (?<",
       "RE2 has no look-around and no back-references: mask a group instead", 2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: x, profiles: [lite]}]", "there is no profile `lite`",
       "one of balanced, strict, light", 2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: x, group: 1}]",
       "rule `a` masks group 1, and its pattern has 0", "count the opening brackets that are not (?:", 2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: [x, y]}]", "rule `a` has more than one pattern",
       "join them with |", 2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: 'x{{y}}'}]",
       "the pattern of rule `a` names the piece `y`, which is nowhere",
       "write it under `pieces:` of a rule file, or name one that is there", 2},
      {"pieces: {y: 'z{{y}}'}\nrules: [{id: a, kind: regex, label: PERSON, pattern: 'x{{y}}'}]",
       "the piece `y` is made of itself", "write it out once", 3},
      {"pieces: {y: '(z)'}\nrules: [{id: a, kind: regex, label: PERSON, pattern: 'x{{y}}'}]",
       "the piece `y` has a group of its own", "write (?: for (, so that a rule's group is counted in its own pattern",
       2},
      {"rules: [{id: a, kind: regex, label: PERSON, pattern: 'x{{y'}]",
       "the pattern of rule `a` opens the name of a piece and does not close it", "write it as {{name}}", 2},
      {"rules:\n- {id: a, kind: regex, label: PERSON, pattern: x}\n- {id: a, kind: regex, label: PERSON, pattern: y}",
       "there are two rules `a`", "give one of them another id", 4},
      {"rules: [{id: a, kind: list, label: PERSON, words: fizz}]", "rule `a`: there is no class or shape `fizz`",
       "define it under `classes`", 2},
      {"rules: [{id: a, kind: context, label: PERSON, pattern: 'b [ c'}]",
       "rule `a`: a pattern has one slot (at character 6 of the pattern)", "write one [ and one ]", 2},
      {"classes: {a: {lists: [l.txt], where: {tier: [1]}}}", "the list has no column `tier`",
       "it is a plain list: remove `where`", 2},
      {"classes: {a: {lists: [l.tsv], where: {tire: [1]}}}", "the list has no column `tire`", "it has name, tier", 2},
  }));
  SmallRules small(labels + c.yaml);
  small.list("l.txt", "Kate\n").list("l.tsv", "# people: name\ttier (how sure)\nKate\t1\n");
  CAPTURE(c.yaml);
  const Problem problem = small.problem();
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.file == small.file());
  CHECK(problem.at.line == c.line);
  CHECK(problem.what == c.what);
  CHECK(problem.remedy == c.remedy);
}

TEST_CASE("two languages are read one after the other, and a class of both is the union of their words") {
  SmallRules small(labels + R"(
classes: {name: {words: [Kate]}}
rules:
  - {id: names, kind: list, label: PERSON, words: name, score: 0.8}
)");
  test::write_language(small.folder(), "yy");
  std::ofstream(small.folder() / "yy" / "names.yaml")
      << "classes: {name: {words: [Rhiannon]}}\n"
         "rules: [{id: yy-town, kind: regex, label: PERSON, pattern: Caerdydd, score: 0.8}]\n";
  const RuleSet both = RuleSet::load({.rules = small.folder(), .languages = {"xx", "yy"}});
  CHECK(test::found(both, {"so Kate and Rhiannon saw Caerdydd"}) ==
        std::vector<std::string>{"PERSON:Kate", "PERSON:Rhiannon", "PERSON:Caerdydd"});
  CHECK(test::found(small.load(), {"so Kate and Rhiannon saw Caerdydd"}) == std::vector<std::string>{"PERSON:Kate"});
}

TEST_CASE("a rule can be switched off, and one that is not there cannot") {
  const SmallRules small(labels +
                         "rules: [{id: a, kind: regex, label: PERSON, pattern: x, score: 0.9}, {id: b, kind: regex, "
                         "label: PERSON, pattern: y, score: 0.9}]");
  const RuleSet rules = RuleSet::load({.rules = small.folder(), .languages = {"xx"}, .off = {"a"}});
  CHECK(test::found(rules, {"x y"}) == std::vector<std::string>{"PERSON:y"});
  try {
    RuleSet::load({.rules = small.folder(), .languages = {"xx"}, .off = {"c"}});
    FAIL("an unknown rule was switched off");
  } catch (const Error& error) {
    CHECK(error.problem().what == "there is no rule `c` to switch off");
  }
}

TEST_CASE("a missing list, language, profile or label is told") {
  SmallRules small(labels + "classes: {a: {lists: [none.txt]}}");
  CHECK(small.problem().what == "the list " + (small.folder() / "lists" / "none.txt").string() + " cannot be read");
  CHECK(small.problem().at.line == 2);
  CHECK(SmallRules(labels).problem("mild").what == "there is no profile `mild`");
  CHECK(SmallRules("labels: {ORG: {}}").problem().what == "no label means a person");
  try {
    RuleSet::load({.rules = small.folder(), .languages = {"yy"}, .profile = "balanced", .extra = {}});
    FAIL("there is no yy");
  } catch (const Error& error) {
    CHECK(error.problem().what == "there are no rules for the language `yy`");
  }
}

TEST_CASE("lists give words to classes, by column and save exceptions") {
  SmallRules small(labels + R"(
classes:
  sure: {lists: [names.tsv], where: {tier: [1]}, words: [Fizz], except: [May]}
rules: [{id: a, kind: list, label: PERSON, words: sure, score: 0.6}]
)");
  small.list("names.tsv", "# names: name\ttier\n# source\nKate\t1\r\nWill\t3\n\nMay\t1\n");
  const RuleSet rules = small.load();
  CHECK(test::found(rules, {"so Kate and Will and May and Fizz"}) ==
        std::vector<std::string>{"PERSON:Kate", "PERSON:Fizz"});
}

TEST_CASE("the digest changes with every file that is read and with the profile") {
  const std::string yaml = labels + "classes: {a: {lists: [l.txt]}}";
  SmallRules one(yaml), two(yaml), three(yaml + "\n# more");
  one.list("l.txt", "Kate\n");
  two.list("l.txt", "Kat\n");
  three.list("l.txt", "Kate\n");
  CHECK(one.load().digest() == one.load().digest());
  CHECK(one.load().digest() != two.load().digest());
  CHECK(one.load().digest() != three.load().digest());
  CHECK(one.load().digest() != one.load("strict").digest());
}

TEST_CASE("pieces of expressions stand for themselves, also in other pieces and other files") {
  const RuleSet rules = SmallRules(labels + R"(
pieces: {digit: one|two, run: '{{digit}}(?: {{digit}})*'}
rules:
  - id: a
    kind: regex
    label: PERSON
    pattern: 'no ({{run}})'
    group: 1
    score: 0.9
    examples: {match: ["no «one two one» there"], no_match: ["no onetwo", "no three"]}
)")
                            .load();
  CHECK(test_rules(rules).failures.empty());
}

TEST_CASE("a study's own file adds rules and words and moves thresholds") {
  SmallRules small(
      labels +
      "classes: {sure: {words: [Fizz]}}\nrules: [{id: a, kind: list, label: PERSON, words: sure, score: 0.6}]\n");
  SmallRules own("classes: {sure: {words: [Buzz]}}\nrules: [{id: b, kind: keep, pattern: '[ fizz ]'}]\n");
  const RuleSet rules =
      RuleSet::load({.rules = small.folder(), .languages = {"xx"}, .profile = "balanced", .extra = {own.file()}});
  CHECK(test::found(rules, {"so Fizz and Buzz"}) == std::vector<std::string>{"PERSON:Buzz"});
}

TEST_CASE("the shipped rules stand by their own examples") {
  const ExampleReport report = test_rules(test::shipped());
  for (const ExampleFailure& failure : report.failures) {
    FAIL_CHECK(failure.file << ":" << failure.at.line << ": " << failure.rule << ": " << failure.what);
  }
  CHECK(report.examples > 200);
}

TEST_CASE("a rule of a profile is tested in it, any other in balanced") {
  const SmallRules small(labels + R"(
rules:
  - {id: a, kind: regex, label: PERSON, pattern: x, examples: {match: ["an «x»"], no_match: ["an x"]}}
  - {id: b, kind: regex, label: PERSON, pattern: y, profiles: [strict], examples: {match: ["a «z»"]}}
)");
  const ExampleReport balanced = test_rules(small.load("balanced")), strict = test_rules(small.load("strict"));
  REQUIRE(balanced.failures.size() == 1);
  CHECK(balanced.failures[0].rule == "a");
  REQUIRE(strict.failures.size() == 1);
  CHECK(strict.failures[0].rule == "b");
  CHECK(strict.rules == 1);
  CHECK(test_rules(small.load("light")).examples == 0);
}

TEST_CASE("a profile's own file is read in that profile alone, and its examples are tried there") {
  SmallRules small(labels);
  std::filesystem::create_directories(small.folder() / "xx" / "profiles");
  std::ofstream(small.folder() / "xx" / "profiles" / "strict.yaml")
      << "rules: [{id: b, kind: regex, label: PERSON, pattern: y, examples: {match: [\"a «z»\"]}}]\n";
  CHECK(test::found(small.load("balanced"), {"yyy y"}).empty());
  const RuleSet strict = small.load("strict");
  CHECK(test::found(strict, {"yyy y"}) == std::vector<std::string>{"PERSON:y"});
  CHECK(test_rules(strict).failures.size() == 1);
  CHECK(small.problem("../strict").what == "there is no profile `../strict`");
}

TEST_CASE("examples that fail are told") {
  const RuleSet rules = SmallRules(labels + R"(
rules:
  - id: a
    kind: regex
    label: PERSON
    pattern: 'x+'
    examples:
      match: ["an «x»", "an «xy»"]
      no_match: ["none", "an xx"]
)")
                            .load();
  const ExampleReport report = test_rules(rules);
  CHECK(report.examples == 4);
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].what == "`xy` is not found as PERSON in `an xy`; nothing is found there");
  CHECK(report.failures[0].at.line == 9);
  CHECK(report.failures[1].what == "`xx` is found in `an xx`, where nothing should be");
}

}  // namespace
}  // namespace moniker
