#include <algorithm>
#include <numeric>
#include <random>

#include "check/consent.hpp"
#include "talk.hpp"

namespace moniker {

using namespace moniker::check;
namespace {

using namespace std::chrono;
using enum IssueCode;
using FileIssues = std::vector<FileIssue>;

TranscriptFacts facts_of(const std::string& file, const std::string& text) {
  return checked({turn(1, "Moderator", text)}, {}, {}, file).facts;
}

std::string long_talk(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "word" + std::to_string(i * 7919 % 3001) + " ";
  return text;
}

TEST_CASE("files that are expected, and those that are not") {
  Register people;
  people.people = {person(2, "K", {session("b.txt", "K"), session("c.txt", "K")}),
                   person(3, "W", {session("c.txt", "W")})};
  CHECK(check_delivery({}, people, {facts_of("a.txt", "one"), facts_of("c.txt", "two")}) ==
        FileIssues{{"a.txt", {file_unexpected, {}, 1}}, {"b.txt", {file_missing, {}, 1}}});
}

TEST_CASE("a register without sessions expects nothing") {
  Register people;
  people.people = {person(2, "K", {})};
  CHECK(check_delivery({}, people, {facts_of("a.txt", "one")}).empty());
}

TEST_CASE("a file named after somebody") {
  Register people;
  people.people = {person(2, "Katherine Shaw", {})};
  CHECK(check_delivery({}, people, {facts_of("shaw-1.txt", "one"), facts_of("b.txt", "two")}) ==
        FileIssues{{"shaw-1.txt", {file_name_identifies, {}, 1}}});
}

TEST_CASE("somebody who has withdrawn, with a row and a file still there") {
  Register people;
  people.people = {person(2, "K", {session("a.txt", "K")}), person(3, "W", {session("b.txt", "W")})};
  people.people[0].withdrawn.emplace();
  CHECK(check_delivery({}, people, {facts_of("a.txt", "one"), facts_of("b.txt", "two")}) ==
        FileIssues{{"a.txt", {consent_withdrawn, {}, 1}}, {"participants.csv", {register_withdrawn, {}, 1}, 2}});
}

TEST_CASE("the same talk in several files") {
  const auto issues = check_delivery({}, {},
                                     {facts_of("a.txt", "Yes, well."), facts_of("b.vtt", "yes WELL"),
                                      facts_of("c.txt", "no"), facts_of("d.txt", "yes - well")});
  CHECK(issues == FileIssues{{"a.txt", {duplicate_content, {}, 2}},
                             {"b.vtt", {duplicate_content, {}, 2}},
                             {"d.txt", {duplicate_content, {}, 2}}});
}

TEST_CASE("files that could not be read are no duplicates of each other") {
  TranscriptFacts one, two;
  one.file = "a.txt";
  two.file = "b.txt";
  CHECK(check_delivery({}, {}, {one, two}).empty());
}

TEST_CASE("nearly the same talk") {
  const std::string talk = long_talk(2000);
  std::string corrected = talk;
  for (std::size_t i = 0; i < 2000; i += 200) {  // one word in two hundred
    const auto at = corrected.find("word" + std::to_string(i * 7919 % 3001) + " ");
    if (at != std::string::npos) corrected.replace(at, 4, "term");
  }
  REQUIRE(corrected != talk);
  CHECK(check_delivery(
            {}, {},
            {facts_of("a.txt", talk), facts_of("b.txt", corrected), facts_of("c.txt", long_talk(300) + "else")}) ==
        FileIssues{{"a.txt", {duplicate_near, {}, 1}}, {"b.txt", {duplicate_near, {}, 1}}});
}

TEST_CASE("of what was put away nobody is asked, but whether what came since stands in its place") {
  const std::string talk = long_talk(2000);
  const TranscriptFacts here = facts_of("b.txt", talk), also_here = facts_of("c.txt", talk + "else");
  TranscriptFacts gone = facts_of("a.txt", talk + "more"), same_and_gone = facts_of("d.txt", talk);
  gone.put_away = "T05";
  same_and_gone.put_away = "T06";
  CHECK(check_delivery({}, {}, {gone, here}) == FileIssues{{"b.txt", {duplicate_put_away, {}, 1}, 0, "T05"}});
  CHECK(check_delivery({}, {}, {here, same_and_gone}).empty());
  CHECK(check_delivery({}, {}, {gone, same_and_gone}).empty());
  CHECK(check_delivery({}, {}, {gone, here, also_here}) ==
        FileIssues{{"b.txt", {duplicate_near, {}, 1}},
                   {"b.txt", {duplicate_put_away, {}, 1}, 0, "T05"},
                   {"c.txt", {duplicate_near, {}, 1}},
                   {"c.txt", {duplicate_put_away, {}, 1}, 0, "T05"}});
}

TEST_CASE("a row that calls a file by its former name is told at the file") {
  Register people;
  people.people = {person(2, "K", {session("old.txt", "K")}), person(3, "W", {session("new.txt", "W")}),
                   person(4, "S", {session("gone.txt", "S")})};
  CHECK(check_delivery({}, people, {facts_of("new.txt", "one")}, {{"old.txt", "new.txt"}}) ==
        FileIssues{{"gone.txt", {file_missing, {}, 1}}, {"new.txt", {file_renamed, {}, 1}, 2}});
  people.people.erase(people.people.begin() + 1);
  CHECK(check_delivery({}, people, {facts_of("new.txt", "one")}, {{"old.txt", "new.txt"}}) ==
        FileIssues{{"gone.txt", {file_missing, {}, 1}}, {"new.txt", {file_renamed, {}, 1}, 2}});
}

TEST_CASE("different interviews with the same questions are not alike") {
  std::mt19937 random(5);
  const std::string questions = long_talk(200);
  std::vector<TranscriptFacts> all;
  for (int i = 0; i < 6; ++i) {
    std::string answers;
    for (int n = 0; n < 1000; ++n) answers += "said" + std::to_string(random() % 400) + " ";
    all.push_back(facts_of("i" + std::to_string(i), questions + answers));
  }
  CHECK(check_delivery({}, {}, all).empty());
}

TEST_CASE("short talk is not judged by its likeness") {
  CHECK(check_delivery({}, {}, {facts_of("a.txt", long_talk(30)), facts_of("b.txt", long_talk(31))}).empty());
}

CheckRules asking(const std::vector<std::string>& columns, std::vector<std::string> required) {
  CheckRules rules;
  const auto has = [&](const char* means) { return std::find(columns.begin(), columns.end(), means) != columns.end(); };
  rules.consent_dates = has("consent_date");
  rules.consent_scopes = has("consent_scope");
  rules.interview_dates = has("interview_date");
  rules.consent_required = std::move(required);
  rules.roles["Interviewer"] = {"INT", true};
  rules.roles["Carer"] = {"C", false};
  return rules;
}

using Day = std::optional<year_month_day>;
const Day march = year(2026) / 3 / 1, april = year(2026) / 4 / 1;
const std::vector<std::string> every{"consent_date", "consent_scope", "interview_date"};

struct ConsentCase {
  const char* what;
  std::vector<std::string> columns, required;
  Day consent;
  std::vector<std::string> scope;
  Day interview;
  std::vector<IssueCode> issues;
};

TEST_CASE("consent") {
  const ConsentCase c = GENERATE(values<ConsentCase>({
      {"in time and enough", every, {"analysis"}, march, {"analysis", "archive"}, april, {}},
      {"on the same day", every, {"analysis"}, march, {"analysis"}, march, {}},
      {"none", every, {"analysis"}, {}, {}, april, {consent_missing}},
      {"too late", every, {"analysis"}, april, {"analysis"}, march, {consent_after_interview}},
      {"not enough", every, {"analysis", "quotation"}, march, {"analysis"}, april, {consent_not_covering}},
      {"an empty scope", every, {}, march, {}, april, {consent_not_covering}},
      {"too late and not enough",
       every,
       {"archive"},
       april,
       {"analysis"},
       march,
       {consent_after_interview, consent_not_covering}},
      {"no date of consent", every, {"analysis"}, {}, {"analysis"}, april, {consent_undated}},
      {"no date of the interview", every, {"analysis"}, march, {"analysis"}, {}, {consent_undated}},
      {"a register without interview dates",
       {"consent_date", "consent_scope"},
       {"analysis"},
       march,
       {"analysis"},
       {},
       {}},
      {"a register with dates only", {"consent_date"}, {}, march, {}, {}, {}},
      {"a register with dates only, and none here", {"consent_date"}, {}, {}, {}, {}, {consent_missing}},
      {"a register with scopes only", {"consent_scope"}, {"analysis"}, {}, {"analysis"}, {}, {}},
      {"a register with scopes only, and none here", {"consent_scope"}, {}, {}, {}, {}, {consent_missing}},
      {"a register without consent", {"name"}, {}, {}, {}, {}, {}},
      {"a register without the consent that the study requires", {"name"}, {"analysis"}, {}, {}, {}, {consent_missing}},
  }));
  INFO(c.what);
  Register people;
  people.people = {person(7, "Siobhan", {{"a.txt", "S", c.interview}, {"late.txt", "S", c.interview}})};
  people.people[0].consent_date = c.consent;
  people.people[0].consent_scope = c.scope;
  FileIssues expected;
  for (const IssueCode code : c.issues) expected.push_back({"a.txt", {code, {}, 1}, 7});
  expected.push_back({"late.txt", {file_missing, {}, 1}});  // which is not asked about until it is there
  CHECK(check_delivery(asking(c.columns, c.required), people, {facts_of("a.txt", "one")}) == expected);
}

TEST_CASE("who has not consented whatever they speak in") {
  const CheckRules rules = asking(every, {"analysis"});
  Participant siobhan = person(2, "Siobhan", {{"a.txt", "S", april}, {"b.txt", "S", std::nullopt}});
  CHECK(has_not_consented(rules, siobhan));
  CHECK(missing_consent(rules, siobhan) == std::vector{consent_missing});
  siobhan.consent_date = march;
  CHECK(has_not_consented(rules, siobhan));
  siobhan.consent_scope = {"archive"};
  CHECK(has_not_consented(rules, siobhan));
  siobhan.consent_scope = {"analysis"};
  CHECK_FALSE(has_not_consented(rules, siobhan));
  CHECK(missing_consent(rules, siobhan).empty());
  siobhan.consent_date = year(2026) / 5 / 1;
  CHECK_FALSE(has_not_consented(rules, siobhan));  // b.txt may still be recorded
  siobhan.sessions.pop_back();
  CHECK(has_not_consented(rules, siobhan));
  siobhan.role = "Interviewer";
  CHECK_FALSE(has_not_consented(rules, siobhan));
}

TEST_CASE("what a study lets pass for a transcript passes for its people") {
  CheckRules rules = asking(every, {"analysis"});
  rules.severities["consent.missing"] = {Severity::note, {}};
  CHECK_FALSE(has_not_consented(rules, person(2, "Siobhan", {session("a.txt", "S")})));
  CHECK_FALSE(has_not_consented(asking({}, {}), person(2, "Siobhan", {session("a.txt", "S")})));
}

TEST_CASE("who must consent") {
  auto [role, asked] = GENERATE(table<std::string, bool>({
      {"participant", true},
      {"Interviewer", false},
      {"interviewer", false},
      {"Carer", true},
      {"Somebody", true},
  }));
  INFO(role);
  Register people;
  people.people = {person(2, "Siobhan", {session("a.txt", "S")}, role)};
  CHECK(check_delivery(asking(every, {"analysis"}), people, {facts_of("a.txt", "one")}).empty() != asked);
}

TEST_CASE("everybody without consent is told, by row") {
  Register people;
  people.people = {person(2, "K", {session("a.txt", "K")}), person(3, "W", {session("a.txt", "W")})};
  CHECK(check_delivery(asking(every, {}), people, {facts_of("a.txt", "one")}) ==
        FileIssues{{"a.txt", {consent_missing, {}, 1}, 2}, {"a.txt", {consent_missing, {}, 1}, 3}});
}

TEST_CASE("what is said of a delivery does not depend on its order") {
  Register people;
  people.people = {person(2, "Katherine Shaw", {session("b.txt", "K"), session("z.txt", "K")})};
  std::vector<TranscriptFacts> all{facts_of("kate.txt", "one two"), facts_of("b.txt", "one, two"),
                                   facts_of("c.txt", long_talk(500)), facts_of("shaw.txt", long_talk(501))};
  const auto expected = check_delivery(asking(every, {}), people, all);
  CHECK(expected.size() >= 6);
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    CHECK(check_delivery(asking(every, {}), people, all) == expected);
  }
}

}  // namespace
}  // namespace moniker
