#include "look/explain_page.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/refusal.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

class TalkFile {
 public:
  TalkFile() {
    moniker::test::write_language(folder_.path(), "xx");
    std::ofstream(folder_.path() / "xx" / "all.yaml") << R"(labels:
  PERSON: {means: person, balanced: 0.5, review: 0.3}
classes:
  name: {words: [Fizz, Buzz]}
  drink: {words: [tea, milk]}
rules:
  - {id: name, kind: list, label: PERSON, words: "name&cap", score: 0.6}
  - {id: tea, kind: keep, pattern: "[ milk tea ]"}
)";
    std::ofstream(file()) << "I1: I met Fizz there.\nP1: Some milk tea for buzz.\nI1: Yes.\n";
  }
  std::string file() const { return (folder_.path() / "talk.txt").string(); }
  rules::RuleSet rules() const { return rules::RuleSet::load({.rules = folder_.path(), .languages = {"xx"}}); }

 private:
  test::TemporaryFolder folder_{};
};

std::vector<look::ExplainPage> pages_of(const TalkFile& talk, const rules::RuleSet& rules, const std::string& place) {
  std::vector<look::ExplainPage> pages;
  look::explain(rules, {}, look::read_place(talk.file() + place),
                [&](const look::ExplainPage& page) { pages.push_back(page); });
  for (look::ExplainPage& page : pages) page.file = "talk.txt";
  return pages;
}

}  // namespace

TEST_CASE("a place is a file, a line, and a column that is not looked at") {
  const TalkFile talk;
  CHECK(look::read_place(talk.file()).line == 0);
  CHECK(look::read_place(talk.file() + ":12").line == 12);
  CHECK(look::read_place(talk.file() + ":12:5").line == 12);
  CHECK(look::read_place(talk.file() + ":12:5").file == talk.file());
  CHECK(look::read_place("missing:x").file == "missing:x");
}

TEST_CASE("a line says what is masked and why, and what no rule claims with the lists and keeps that know it") {
  const TalkFile talk;
  const rules::RuleSet rules = talk.rules();
  const auto first = pages_of(talk, rules, ":1"), second = pages_of(talk, rules, ":2");
  REQUIRE(first.size() == 1);
  const std::string masked = as_text(first[0], rules, no_style);
  CHECK(masked.starts_with("talk.txt:1  I1: I met Fizz there.\n\nPERSON \"Fizz\"  0.60: replaced (from 0.50 on)\n"));
  CHECK(masked.ends_with("\nno rule claims\n  I met there\n      in no list\n"));

  REQUIRE(second.size() == 1);
  const std::string kept = as_text(second[0], rules, no_style);
  const std::string place = as_json(second[0], rules).dump();
  CHECK(kept.find("  milk tea\n      in drink; protected by tea (") != std::string::npos);
  CHECK(kept.find("  buzz\n      in name\n") != std::string::npos);
  CHECK(place.find(R"({"start":5,"end":9,"text":"milk","lists":["drink"],"keeps":["tea"],"tagger":null,"tried":[]})") !=
        std::string::npos);
}

TEST_CASE("of a whole file, the turns in which something was claimed, and those words alone") {
  const TalkFile talk;
  const rules::RuleSet rules = talk.rules();
  const auto pages = pages_of(talk, rules, "");
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].at.line == 1);
  CHECK(pages[0].unclaimed.empty());
}

TEST_CASE("a line before all talk is an error with its place") {
  const TalkFile talk;
  std::ofstream(talk.file()) << "\n\n\nI1: I met Fizz there.\n";
  const Problem problem = test::problem_of([&] { pages_of(talk, talk.rules(), ":1"); });
  CHECK(problem.fault == Fault::input);
  CHECK(problem.at.line == 1);
}
