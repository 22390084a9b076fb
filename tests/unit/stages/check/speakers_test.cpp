#include "check/speaker_labels.hpp"
#include "talk.hpp"
#include "words/role_label.hpp"

namespace moniker {

using namespace moniker::check;
namespace {

using Issues = std::vector<Issue>;
using enum IssueCode;

Register group() {
  Register people;
  people.people = {
      person(2, "Katherine Shaw", {session("a.txt", "Kate S.")}),
      person(3, "Will Pickersgill", {session("a.txt", "Will"), session("b.txt", "")}),
      person(4, "Grace Adeyemi", {session("c.txt", "Grace")}),
      person(5, "Zo\xC3\xAB Whitfield", {}, "interviewer"),
  };
  people.people[3].aliases = {"ZW"};
  return people;
}
CheckRules study() {
  CheckRules rules;
  rules.roles["Interviewer"] = {"INT", true};
  return rules;
}

struct SpeakerCase {
  const char* what;
  std::string file;
  std::vector<std::string> labels;
  Issues issues;
};

TEST_CASE("speakers against the register") {
  const SpeakerCase c = GENERATE(values<SpeakerCase>({
      {"as expected", "a.txt", {"Moderator", "Kate S.", "Will"}, {}},
      {"capitals and accents do not matter", "a.txt", {"ZOE WHITFIELD", "KATE S.", "will"}, {}},
      {"an alias of somebody with a role", "a.txt", {"ZW", "Kate S.", "Will"}, {}},
      {"a letter lost",
       "a.txt",
       {"Kate S.", "Will", "W?ll"},
       {{speaker_damaged, {3, 1}, 1}, {speaker_unknown, {3, 1}, 1}}},
      {"in doubt, and nobody's",
       "a.txt",
       {"Kate S.", "Will (?)", "Woman?"},
       {{speaker_damaged, {2, 1}, 1}, {speaker_two_spellings, {2, 1}, 1}}},
      {"a stranger", "a.txt", {"Kate S.", "Will", "Sheila"}, {{speaker_unknown, {3, 1}, 1}}},
      {"two strangers, each by its place",
       "a.txt",
       {"Bob", "Kate S.", "Will", "Sheila", "Bob"},
       {{speaker_unknown, {1, 1}, 1}, {speaker_unknown, {4, 1}, 1}}},
      {"a participant of another file", "a.txt", {"Kate S.", "Will", "Grace"}, {{speaker_unknown, {3, 1}, 1}}},
      {"somebody is silent", "a.txt", {"Kate S.", "Interviewer 2"}, {{speaker_silent, {}, 1}}},
      {"a label misspelt is unknown, its owner silent",
       "a.txt",
       {"Kate S.", "Wil"},
       {{speaker_unknown, {2, 1}, 1}, {speaker_silent, {}, 1}}},
      {"not spelt as the register does", "a.txt", {"Kate S", "Will"}, {{speaker_two_spellings, {1, 1}, 1}}},
      {"nobody is named", "a.txt", {"", ""}, {{speaker_missing, {1, 1}, 2}, {speaker_silent, {}, 2}}},
      {"a session without label takes the one that is left", "b.txt", {"Interviewer", "WP"}, {}},
      {"or a role", "b.txt", {"Interviewer", "P1"}, {}},
      {"but not two",
       "b.txt",
       {"Interviewer", "WP", "SB"},
       {{speaker_unknown, {2, 1}, 1}, {speaker_unknown, {3, 1}, 1}}},
      {"and needs one", "b.txt", {"Zo\xC3\xAB Whitfield"}, {{speaker_silent, {}, 1}}},
      {"a file that the register does not know: anybody of it may speak",
       "d.txt",
       {"Grace Adeyemi", "Will Pickersgill"},
       {}},
      {"but no stranger", "d.txt", {"Grace Adeyemi", "Bob"}, {{speaker_unknown, {2, 1}, 1}}},
  }));
  INFO(c.what);
  std::vector<Utterance> talk;
  for (const std::string& label : c.labels) talk.push_back(turn(static_cast<std::uint32_t>(talk.size() + 1), label));
  CHECK(checked(talk, group(), study(), c.file).issues == c.issues);
}

TEST_CASE("without a register nobody is unexpected") {
  CHECK(checked({turn(1, "Kate"), turn(2, "Bob")}).issues.empty());
}

TEST_CASE("spellings of one label") {
  auto [one, other, twice] = GENERATE(table<std::string, std::string, bool>({
      {"Kate S.", "Kate S", true},
      {"Kate", "KATE", true},
      {"Siobhan", "Siobham", true},
      {"Siobhan", "Siobh\xC3\xA1n", true},
      {"Kate", "Katy", false},
      {"Speaker 1", "Speaker 2", false},
      {"Interviewer", "Interveiwer", true},
      {"P1", "P11", false},
      {"Marie B", "Maria B", true},
      {"O\xE2\x80\x99"
       "Brien",
       "OBrien", true},
      {"Sarah", "Sara", false},
      {"Katherine", "Catherine", true},
      {"Katherine", "Kathryn", false},
  }));
  INFO(one << " " << other);
  const Issues none, some{{speaker_two_spellings, {2, 1}, 1}};
  CHECK(checked({turn(1, one), turn(2, other), turn(3, one)}).issues == (twice ? some : none));
}

TEST_CASE("two people with names alike are two people when the register says so") {
  Register people;
  people.people = {person(2, "Marie Ball", {session("a.txt", "Marie")}),
                   person(3, "Maria Ball", {session("a.txt", "Maria")})};
  CHECK(checked({turn(1, "Marie"), turn(2, "Maria")}, people).issues.empty());
}

TEST_CASE("labels that name nobody") {
  auto [label, role] = GENERATE(table<std::string, bool>({
      {"Interviewer", true}, {"INTERVIEWER 2:", true},
      {"Moderator", true},   {"P1", true},
      {"P 12", true},        {"Dr", true},
      {"Doctor", true},      {"Speaker 3", true},
      {"I", true},           {"Female participant", true},
      {"Focus group", true}, {"Co-facilitator", true},
      {"Kate", false},       {"Will", false},
      {"Dr Patel", false},   {"K", false},
      {"K1", false},         {"", false},
      {"3", false},          {"Grace 2", false},
      {"Unknown", true},     {"Note-taker", true},
      {"Midwife", true},     {"Judge", true},
      {"Chairwoman", true},  {"Witness 2", true},
      {"Mum", true},         {"Second midwife", true},
      {"New", false},        {"Co", false},
      {"P1001", true},       {"PI", false},
      {"\xC3\x89", false},
  }));
  INFO(label);
  CHECK(words::tells_role(label, test::english()) == role);
}

TEST_CASE("a thousand labels take no minute") {
  std::vector<Utterance> talk;
  for (std::uint32_t i = 1; i <= 1000; ++i) talk.push_back(turn(i, "Somebody number " + std::to_string(i)));
  CHECK(checked(talk).issues.empty());
}

}  // namespace
}  // namespace moniker
