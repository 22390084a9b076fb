#include <catch2/catch.hpp>
#include <random>

#include "moniker/error.hpp"
#include "rules/rule_file.hpp"
#include "support/refusal.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

Problem problem_of(const std::string& yaml) {
  return test::refused([&] { parse_rule_file(yaml, "r.yaml"); }).value_or(Problem{});
}

TEST_CASE("a rule file is read with all its keys") {
  const RuleFile file = parse_rule_file(R"(
labels:
  PERSON: {balanced: 0.5, strict: 0.3, light: 0.7, review: 0.35, means: person, operator: hash, placeholder: [any]}
  PLACE: {}
classes:
  given: {lists: [a.txt, b.tsv], where: {tier: [1, 2]}, words: [Kate], except: [May]}
  name: {is: "cap&given"}
rules:
  - id: one
    kind: regex
    label: PERSON
    subtype: fine
    score: 0.6
    pattern: '(\d)'
    group: 1
    whole_word: false
    ignore_case: true
    validator: nhs_number
    invalid: -0.3
    context: {words: [nhs], before: 10, after: 20, raise: 0.35, lower: 0.1}
    not_near: [order]
    examples:
      match: ["a «1» b"]
      no_match: ["c"]
  - {id: two, kind: keep, firm: true, patterns: ["[ a ]", "[ b ]"]}
  - {id: three, kind: list, label: PERSON, words: given, start: 0.1, lower: 0.2, uncased: 0.3, teach: true}
)",
                                        "r.yaml");
  REQUIRE(file.labels.size() == 2);
  CHECK(file.labels[0].light == 0.7F);
  CHECK(file.labels[0].means == Meaning::person);
  CHECK(file.labels[0].by == "hash");
  CHECK(file.labels[0].speaking == std::vector<std::string>{"any"});
  CHECK_FALSE(file.labels[1].means);  // what is not said, an earlier row of the name may have said
  REQUIRE(file.classes.size() == 2);
  CHECK(file.classes[0].lists.size() == 2);
  CHECK(file.classes[0].where.at("tier") == std::vector<std::string>{"1", "2"});
  CHECK(file.classes[1].is->text == "cap&given");
  REQUIRE(file.rules.size() == 3);
  const RuleSpec& one = file.rules[0];
  CHECK(one.group == 1);
  CHECK_FALSE(one.whole_word);
  CHECK(one.ignore_case);
  CHECK(one.invalid == -0.3F);
  CHECK(one.context.after == 20);
  CHECK(one.not_near == std::vector<std::string>{"order"});
  CHECK(one.examples.size() == 2);
  CHECK(one.at == Position{9, 5});
  CHECK(file.rules[1].patterns.size() == 2);
  CHECK(file.rules[2].uncased == 0.3F);
}

TEST_CASE("what is wrong is told with its place and a remedy") {
  struct Case {
    std::string yaml;
    Position at;
    std::string what, remedy;
  };
  const auto& c = GENERATE(values<Case>({
      {"rulez: []", {1, 1}, "unknown key of a rule file `rulez`", "did you mean `rules`?"},
      {"rules: {}", {1, 8}, "`rules` is not a list", "start each rule with `- id:`"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, id: b}",
       {2, 48},
       "the key `id` is given twice",
       "keep one of them; the other is on line 2"},
      {"rules:\n  - {kind: regex}",
       {2, 5},
       "this rule has no `id`",
       "give it a short name of lower-case words with hyphens"},
      {"rules:\n  - {id: a, kind: magic}",
       {2, 5},
       "rule `a` is of the unknown kind `magic`",
       "one of regex, list, context, keep, tagger"},
      {"rules:\n  - {id: a, kind: regex, label: P}", {2, 5}, "rule `a` has no `pattern`", "write what it finds"},
      {"rules:\n  - {id: a, kind: list, label: P}", {2, 5}, "rule `a` has no `words`", "name a class"},
      {"rules:\n  - {id: a, kind: regex, pattern: x}",
       {2, 5},
       "rule `a` has no `label`",
       "name a label of labels.yaml"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, firm: true}",
       {2, 5},
       "rule `a` is of kind regex and has `firm`",
       "the key belongs to rules of kind context or keep"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, score: high}",
       {2, 55},
       "`score` is not a number from -1 to 1",
       "write it like 0.6"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, score: 7}",
       {2, 55},
       "`score` is not a number from -1 to 1",
       "write it like 0.6"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, whole_word: 3}",
       {2, 60},
       "`whole_word` must be true or false",
       "write true or false"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, group: -1}",
       {2, 55},
       "`group` must be a whole number",
       "write a number from 0 to 1000, without a unit"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, context: {before: 3}}",
       {2, 57},
       "`context` has no words",
       "list them like words: [hospital number, mrn]"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, examples: {match: [b]}}",
       {2, 67},
       "this example marks nothing",
       "put « and » round what must be masked"},
      {"rules:\n  - {id: a, kind: regex, label: P, pattern: x, examples: {no_match: [\"«b»\"]}}",
       {2, 70},
       "this example marks something that must not match",
       "remove « and », or move it to `match`"},
      {"classes:\n  a: {is: cap, words: [b]}",
       {2, 3},
       "class `a` has both `is` and words of its own",
       "give the words a class of their own and name it in `is`"},
      {"labels: {A: {means: animal}}",
       {1, 21},
       "a label cannot mean `animal`",
       "one of person, place, address, postcode, organisation, date, age, occupation, group, code, telephone, "
       "nhs-number, email, web-address, other"},
      {"labels: [PERSON]", {1, 9}, "`labels` is not a map", "write it like labels: {PERSON: {balanced: 0.5}}"},
      {"\xFF", {1, 1}, "is not UTF-8 text", "save the file as UTF-8"},
      {"rules: [",
       {1, 1},
       "is not correct YAML: end of sequence flow not found",
       "check indentation, colons and quotes on this line and the one before"},
      {"rules:\n  - {id: &a b, kind: list}",
       {2, 10},
       "anchors, aliases and tags are not allowed here",
       "write the value out in every place"},
  }));
  CAPTURE(c.yaml);
  const Problem problem = problem_of(c.yaml);
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.file == "r.yaml");
  CHECK(problem.what == c.what);
  CHECK(problem.remedy == c.remedy);
  CHECK(problem.at.line == c.at.line);
  CHECK(problem.at.column == c.at.column);
}

TEST_CASE("any file is rules or a problem, and never worse") {
  std::mt19937 random(3);
  const std::string good =
      "labels: {P: {balanced: 0.5}}\nrules:\n  - {id: a, kind: regex, label: P, pattern: 'x', score: 0.5}\n";
  for (int round = 0; round < 3000; ++round) {
    std::string yaml = good;
    for (std::size_t i = 0, n = 1 + random() % 4; i < n; ++i) {
      yaml[random() % yaml.size()] =
          static_cast<char>(random() % 3 == 0 ? random() % 256 : "{}[]:,-'\"\n &*!|>"[random() % 16]);
    }
    try {
      parse_rule_file(yaml, "r.yaml");
    } catch (const Error& error) {
      REQUIRE(error.problem().fault == Fault::usage);
    }
  }
}

}  // namespace
}  // namespace moniker
