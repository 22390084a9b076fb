// A language is a folder and no code: here a small one stands beside English in a copy of rules/, and every stage that
// asks for words of a language knows its own.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/byte_source.hpp"
#include "check/checker.hpp"
#include "detect/detector.hpp"
#include "read/open_transcript.hpp"
#include "read/turns/label.hpp"
#include "replace/generalisations.hpp"
#include "replace/operators.hpp"
#include "replace/spoken_date.hpp"
#include "resolve/entities.hpp"
#include "resolve/person_name.hpp"
#include "rules/rule_set.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"
#include "words/role_label.hpp"

namespace moniker {
namespace {

constexpr std::string_view toy_numbers =
    "nul\t0\tsmall\nuno\t1\tsmall\nduo\t2\tsmall\ntre\t3\tsmall\nkvar\t4\tsmall\nkvin\t5\tsmall\nsesk\t6\tsmall\n"
    "sept\t7\tsmall\nokto\t8\tsmall\nnau\t9\tsmall\ntredek\t30\ttens\nunoma\t1\tordinal\nmilo\t1000\tscale\n"
    "duple\t2\ttimes\nkaj\t-\tjoining\n";
constexpr std::string_view toy_dates =
    "Unomo\t1\tmonth\nDuomo\t2\tmonth\nTremo\t3\tmonth\nKvarmo\t4\tmonth\nKvinmo\t5\tmonth\nSeskmo\t6\tmonth\n"
    "Septmo\t7\tmonth\nOktomo\t8\tmonth\nNaumo\t9\tmonth\nDekmo\t10\tmonth\nElmo\t11\tmonth\nBismo\t12\tmonth\n"
    "jari\t1\tunit\n";

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
                          .words = "lead-ins\tzimzam\nunheard\tnohear\nage words\tjari\nnumber pauses\tumz\n",
                          .numbers = std::string(toy_numbers),
                          .dates = std::string(toy_dates)});
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
  - {id: toy-digits, kind: regex, label: ID, score: 0.9, pattern: '(?:[a-z]+ ){4,}[a-z]+', validator: spoken_digits}
)";
  }
  rules::RuleSet load(std::vector<std::string> languages) const {
    return rules::RuleSet::load({.rules = folder_.path(), .languages = std::move(languages), .tagger = false});
  }
  words::Language toy_alone() const { return words::Language::load(folder_.path(), {"toy"}); }

 private:
  test::TemporaryFolder folder_;
};

constexpr std::string_view foreign_talk =
    "Askoro: Wo lo bist?\nTellaro: Lo bist hir [nohear] mit.\nZwei tellaro: Ja.\nZimzam: no speaker.\n";

std::vector<Utterance> read_in(const words::Language& language) {
  const auto opened =
      read::open_transcript(std::make_unique<MemorySource>(foreign_talk), [](Issue) {}, {.language = language});
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

std::string put_instead(std::string_view surface, Meaning means, const words::Language& language) {
  const replace::Generalisations tables{.language = language};
  return replace::operator_named("generalise", {}, {})
      .apply({.surface = surface, .label = "WORDS", .means = means}, tables, replace::OperatorKeys());
}

TEST_CASE("a language is added by its folder, and read, check, detect, resolve and replace know it") {
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
  SECTION("numbers said aloud: validators, the forms of codes, ages") {
    Utterance turn{.text = "tre kvar umz duple sept sesk nul"};
    const auto finds = [&](const rules::RuleSet& rules) {
      const auto all = detect::detect_utterances(rules, {}, {turn});
      return std::any_of(all.begin(), all.end(),
                         [&](const Finding& f) { return rules.rule(f.rule).id == "toy-digits"; });
    };
    CHECK(finds(both));
    const auto form = [](const rules::RuleSet& rules) {
      return resolve::normal_form(Meaning::telephone, "nul duple sept", rules.language());
    };
    CHECK((form(both) == "077" && form(english) == "nulduplesept"));
    CHECK(put_instead("tredek kvin jari", Meaning::age, both.language()) == "[30-39 jari]");
    CHECK(put_instead("tredek kvin jari", Meaning::age, english.language()) == "[WORDS]");
  }
  SECTION("months: read and written in the words in which they were said") {
    const auto& language = both.language();
    CHECK(put_instead("unoma Tremo duo milo kaj okto", Meaning::date, language) == "[2008]");
    CHECK(put_instead("3 Elmo 2015", Meaning::date, language) == "[Elmo 2015]");
    CHECK(put_instead("3/11/2015", Meaning::date, language) == "[November 2015]");
    CHECK(put_instead("3/11/2015", Meaning::date, folder.toy_alone()) == "[Elmo 2015]");
    const auto date = replace::read_spoken_date("unoma Tremo duo milo kaj okto", {.language = language});
    REQUIRE(date);
    CHECK((date->day == 1 && date->month == 3 && date->year == 2008));
    CHECK_FALSE(replace::read_spoken_date("3 Elmo 2015", {.language = english.language()}));
  }
}

}  // namespace
}  // namespace moniker
