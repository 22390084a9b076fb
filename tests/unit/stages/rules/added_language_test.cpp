// A language is a folder and no code: here a small one stands beside English in a copy of rules/, and every stage that
// asks for words of a language knows its own.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/byte_source.hpp"
#include "check/checker.hpp"
#include "detect/detector.hpp"
#include "read/open_transcript.hpp"
#include "read/turns/label.hpp"
#include "resolve/person_name.hpp"
#include "rules/rule_set.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"
#include "words/role_label.hpp"

namespace moniker {
namespace {

/// rules/ as it ships, and rules/toy.
class RulesWithToy {
 public:
  RulesWithToy() {
    const std::filesystem::path shipped = MONIKER_SOURCE_DIR "/rules";
    for (const char* one : {"en-GB", "lists", "models"})
      std::filesystem::create_directory_symlink(shipped / one, folder_.path() / one);
    test::write_language(folder_.path(), "toy",
                         {.roles = "askoro\talone\tyes\tyes\ntellaro\talone\tyes\t-\nzwei\tbeside\t-\t-\n",
                          .titles = "Dorma\tcourtesy\tyes\tbefore\tf\tsurname\nvex\tpost\t-\tafter\t-\teither\n",
                          .words = "lead-ins\tzimzam\nunheard\tnohear\n"});
    std::ofstream(folder_.path() / "toy" / "names.yaml") << R"(classes:
  role-word: {lists: [./language/roles.tsv]}
  toy-title: {lists: [./language/titles.tsv], where: {strong: ['yes']}}
rules:
  - id: toy-title
    kind: context
    label: PERSON
    score: 0.9
    pattern: "<toy-title> [ <cap> ]"
    examples: {match: ["lo dorma «Quibblo» venit"]}
)";
  }
  rules::RuleSet load(std::vector<std::string> languages) const {
    return rules::RuleSet::load({.rules = folder_.path(), .languages = std::move(languages), .tagger = false});
  }

 private:
  test::TemporaryFolder folder_;
};

constexpr std::string_view talk =
    "Askoro: Wo lo bist?\nTellaro: Lo bist hir [nohear] mit.\nZwei tellaro: Ja.\nZimzam: no speaker.\n";

std::vector<Utterance> read_in(const words::Language& language) {
  const auto opened = read::open_transcript(std::make_unique<MemorySource>(talk), [](Issue) {}, {.language = language});
  std::vector<Utterance> turns;
  while (auto turn = opened.reader->next()) turns.push_back(std::move(*turn));
  return turns;
}

std::vector<IssueCode> issues_in(const words::Language& language) {
  const check::CheckRules rules;
  Register people;
  people.people.push_back({.number = "1", .name = "Nora Quill"});
  std::vector<IssueCode> codes;
  check::Checker checker(rules, people, language, "a.txt", "txt", [&](Issue issue) { codes.push_back(issue.code); });
  for (Utterance& turn : read_in(language)) checker.take(std::move(turn), [](Utterance) {});
  checker.finish([](Utterance) {});
  return codes;
}

bool has(const std::vector<IssueCode>& codes, IssueCode code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

TEST_CASE("a language is added by its folder, and read, check, detect and resolve know it") {
  const RulesWithToy folder;
  const rules::RuleSet both = folder.load({"en-GB", "toy"}), english = folder.load({"en-GB"});
  CHECK(both.digest() != english.digest());

  SECTION("read: labels and lead-ins") {
    const auto turns = read_in(both.language());
    REQUIRE(turns.size() == 3);
    CHECK(turns[2].speaker == "Zwei tellaro");
    CHECK(turns[2].text == "Ja.\nZimzam: no speaker.");
    const auto shape = [](std::string_view label, const rules::RuleSet& rules) {
      return read::label_shape(label, rules.language());
    };
    CHECK((shape("Tellaro", both) == read::LabelShape::role && shape("Tellaro", english) == read::LabelShape::name));
    CHECK((shape("Zimzam", both) == read::LabelShape::none && shape("Zimzam", english) == read::LabelShape::name));
  }
  SECTION("check: roles are no unknown speakers, marks are counted") {
    const auto known = issues_in(both.language()), unknown = issues_in(english.language());
    CHECK_FALSE(has(known, IssueCode::speaker_unknown));
    CHECK(has(known, IssueCode::mark_inaudible));
    CHECK(has(unknown, IssueCode::speaker_unknown));
    CHECK_FALSE(has(unknown, IssueCode::mark_inaudible));
  }
  SECTION("detect: rules name the same lists") {
    Utterance turn{.text = "lo dorma Quibblo venit"};
    const auto by = [&](const rules::RuleSet& rules) {
      std::set<std::string> ids;
      for (const Finding& finding : detect::detect_utterances(rules, {}, {turn}))
        ids.insert(rules.rule(finding.rule).id);
      return ids;
    };
    CHECK(by(both).contains("toy-title"));
    CHECK_FALSE(by(english).contains("toy-title"));
    CHECK(detect::Detector(both, Register{}).names_in_label("Askoro").empty());
  }
  SECTION("resolve: titles go, roles are written out") {
    CHECK(resolve::parse_person("Dorma Quibblo Vex", both.language()).key() == "fs:quibblo");
    CHECK(resolve::parse_person("Dorma Quibblo Vex", english.language()).key() == "dorma quibblo vex");
    CHECK(words::role_label("Zwei tellaro:", both.language()) == "ZWEI_TELLARO");
    CHECK(words::is_asking_role("Askoro", both.language()));
    CHECK_FALSE(words::role_label("Askoro", english.language()));
  }
}

}  // namespace
}  // namespace moniker
