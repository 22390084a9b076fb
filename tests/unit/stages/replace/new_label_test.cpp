// One more label is a row of labels.yaml and its rules: no code knows of it.
#include <catch2/catch.hpp>

#include "replace/decision.hpp"
#include "resolve/entities.hpp"
#include "small_lists.hpp"
#include "support/english.hpp"
#include "support/temporary_folder.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {
namespace {

const std::string yaml = R"(
labels:
  PERSON: {means: person}
  HOME: {means: place, operator: generalise}
  BADGE: {means: code, placeholder: [pass_number]}
  MOOD: {operator: keep}
rules:
  - {id: home, kind: regex, label: HOME, pattern: 'the Leeds|Leeds|Oak Green'}
  - {id: pass, kind: regex, label: BADGE, subtype: pass_number, pattern: '[A-Z][ -]?\d{3}'}
  - {id: mood, kind: regex, label: MOOD, pattern: 'happy'}
)";

/// What becomes of each finding, in order.
std::vector<std::string> replaced(const rules::RuleSet& rules, const std::string& text) {
  const std::vector<Utterance> turns = test::turns({text});
  const std::vector<Finding> findings = detect::detect_utterances(rules, {}, turns);
  resolve::TranscriptMentions mentions{.file = "a"};
  const auto surface = [&](const Finding& f) { return text.substr(f.bytes.begin, f.bytes.size()); };
  for (const Finding& f : findings) {
    mentions.mentions.push_back({.label = rules.label(f.label).name,
                                 .subtype = rules.rule(f.rule).subtype,
                                 .surface = surface(f),
                                 .count = 1,
                                 .first_byte = f.bytes.begin});
  }
  const test::TemporaryFolder folder;
  resolve::Registry registry(folder.path() / "registry.sqlite", Secret<32>());
  registry.begin();
  const auto assignment =
      resolve::assign_entities({}, {mentions}, rules.labels(), registry, {}, words::NameLists(), test::english());
  replace::OperatorChoices choices;
  replace::add_defaults(choices.by_label, rules.labels());
  std::vector<std::string> list;
  for (const Finding& f : findings) {
    const Label& label = rules.label(f.label);
    const std::string words = surface(f);
    const replace::Found found{label, rules.rule(f.rule).subtype,
                               assignment.find({mentions.file, std::string()}, label, words, test::english())};
    replace::Decision decision = replace::decide(found, choices);
    replace::put_words(decision, {.surface = words}, small_lists::tables(), moniker::replace::OperatorKeys());
    list.push_back(decision.instead.value_or(words));
  }
  return list;
}

}  // namespace

TEST_CASE("a new label is found, compared, replaced and numbered by what its row says") {
  const rules::RuleSet rules = test::SmallRules(yaml).load();
  CHECK(replaced(rules, "happy in Leeds with B 123, B-123, C123, at Oak Green") ==
        std::vector<std::string>{"happy", "[Yorkshire and the Humber]", "[PASS_NUMBER_1]", "[PASS_NUMBER_1]",
                                 "[PASS_NUMBER_2]", "[HOME_2]"});
}

}  // namespace moniker
