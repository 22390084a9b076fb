#include <catch2/catch.hpp>

#include "moniker/error.hpp"
#include "resolve/cliques.hpp"
#include "resolve/entities.hpp"
#include "resolve/person_name.hpp"
#include "support/shipped_labels.hpp"
#include "support/temporary_folder.hpp"
#include "words/edit_distance.hpp"
#include "words/likeness.hpp"
#include "words/nicknames.hpp"
#include "words/role_label.hpp"

#include <fstream>
#include "support/english.hpp"

using Strings = std::vector<std::string>;

TEST_CASE("normal forms") {
  const auto [label, surface, form] = GENERATE(table<std::string, std::string, std::string>(
      {{"PERSON", "Kate's", "kate"},
       {"PERSON", "Mrs. Katherine  Shaw,", "katherine shaw"},
       {"PERSON", "James'", "james"},
       {"PERSON", "Shaws", "shaws"},
       {"PERSON", "Prof Dr Ann O\u2019Brien", "ann o'brien"},
       {"PERSON", "Auntie Jean", "jean"},
       {"PERSON", "Dr", "dr"},
       {"PERSON", "Shaw, Katherine", "katherine shaw"},
       {"PERSON", "K.S.", "ks"},
       {"PERSON", "K. Shaw MBE", "k shaw"},
       {"PERSON", "Siobh\u00e1n Kelly-Marsh\u2019s", "siobhan kelly-marsh"},
       {"PERSON", "van der Berg, Jo", "jo van der berg"},
       {"PERSON", "...", ""},
       {"PERSON", "Kate, Kath, Kathy", "kate kath kathy"},
       {"ORG", "the Leeds General Infirmary", "leeds general infirmary"},
       {"ORG", "B&M", "b m"},
       {"ORG", "St. James's", "st james"},
       {"LOCATION", "The Drovers' ", "drovers"},
       {"LOCATION", "the", "the"},
       {"DATE", "14/03/1981", "14 03 1981"},
       {"NHS_NUMBER", "943 476-5919", "9434765919"},
       {"ID", "QQ 12 34 56 C", "qq123456c"},
       {"POSTCODE", "ls6 2ab", "ls62ab"},
       {"PHONE", "+44 (0)7700 900123", "07700900123"},
       {"PHONE", "0044 7700 900 123", "07700900123"},
       {"PHONE", "oh double-seven oh oh nine double oh one two three", "07700900123"},
       {"PHONE", "441234", "441234"},
       {"EMAIL", "<Kate.Shaw@NHS.net>.", "kate.shaw@nhs.net"},
       {"URL", "https://example.org/", "https://example.org"}}));
  CAPTURE(label, surface);
  const moniker::Meaning means = moniker::test::shipped_label(label).means;
  CHECK(moniker::resolve::normal_form(means, surface, moniker::test::english()) == form);
  CHECK(moniker::resolve::normal_form(means, form, moniker::test::english()) == form);  // a form is its own form
}

TEST_CASE("a title tells what it goes with") {
  const auto [surface, key] = GENERATE(table<std::string, std::string>({{"Mrs Shaw", "fs:shaw"},
                                                                        {"Mr Shaw's", "ms:shaw"},
                                                                        {"Dr Shaw", "s:shaw"},
                                                                        {"Uncle Pat", "mg:pat"},
                                                                        {"Mrs Katherine Shaw", "fs:katherine shaw"},
                                                                        {"Sir", "sir"},
                                                                        {"Miss", "miss"},
                                                                        {"the Shaws", "shaws"},
                                                                        {"KS", "i:ks"},
                                                                        {"ks", "ks"},
                                                                        {"K.S.", "i:ks"},
                                                                        {"Sister Okafor", "okafor"},
                                                                        {"!", ""}}));
  CHECK(moniker::resolve::parse_person(surface, moniker::test::english()).key() == key);
}

TEST_CASE("misspellings") {
  const auto [a, b, near] = GENERATE(table<std::string, std::string, bool>({{"sarah", "sarha", true},
                                                                            {"sarah", "serena", false},
                                                                            {"kate", "kata", false},
                                                                            {"pickersgill", "pickersgil", true},
                                                                            {"pickersgill", "pickresgil", true},
                                                                            {"pickersgill", "bickersgill", false},
                                                                            {"ellison", "ellsion", true},
                                                                            {"ellison", "elson", false},
                                                                            {"whitfield", "whittfeild", true},
                                                                            {"marie", "maria", true}}));
  CAPTURE(a, b);
  CHECK(moniker::words::near_spelling(a, b) == near);
  CHECK(moniker::words::near_spelling(b, a) == near);
}

TEST_CASE("the edit distance counts swaps once and stops at its limit") {
  CHECK(moniker::words::edit_distance("abcd", "acbd", 3) == 1);
  CHECK(moniker::words::edit_distance("abcd", "badc", 3) == 2);
  CHECK(moniker::words::edit_distance("kitten", "sitting", 9) == 3);
  CHECK(moniker::words::edit_distance("kitten", "sitting", 1) == 2);
  CHECK(moniker::words::edit_distance("", "abc", 9) == 3);
}

TEST_CASE("names that sound alike") {
  const auto [a, b, alike] = GENERATE(
      table<std::string, std::string, bool>({{"siobhan", "shivon", true},
                                             {"stephen", "steven", true},
                                             {"catherine", "kathryn", true},
                                             {"mark", "marc", true},
                                             {"sara", "sarah", true},
                                             {"philip", "phillip", true},
                                             {"jean", "joan", false},
                                             {"karen", "karin", true},
                                             {"thomas", "tamsin", false},
                                             {"kate", "cate", false},
                                             {"knight", "nite", false},
                                             {"wright", "right", false},
                                             {"geoffrey", "jeffrey", true},
                                             {"\u043e\u043b\u0435\u0433", "\u0438\u0432\u0430\u043d", false}}));
  CAPTURE(a, b);
  CHECK(moniker::words::sounds_alike(a, b) == alike);
  CHECK(moniker::words::sounds_alike(b, a) == alike);
}

TEST_CASE("nicknames go both ways") {
  using Kin = moniker::words::Nicknames::Kin;
  const auto names = moniker::words::Nicknames::parse(
      "# full name\tshort forms\nKatherine\tKate,Kath\r\nKathryn\tKate\n\nZo\u00eb\tZo, \n", "n.tsv");
  CHECK(names.kin("kate", "katherine") == Kin::direct);
  CHECK(names.kin("katherine", "kate") == Kin::direct);
  CHECK(names.kin("kate", "kate") == Kin::direct);
  CHECK(names.kin("kate", "kath") == Kin::sibling);
  CHECK(names.kin("katherine", "kathryn") == Kin::none);
  CHECK(names.kin("zoe", "zo") == Kin::direct);
  CHECK(names.related("kate") == Strings{"katherine", "kathryn"});
  CHECK(names.all_forms("kath") == Strings{"kate", "katherine"});
  CHECK(names.all()("katherine") == Strings{"kate", "kath"});
  CHECK(names.all_forms("tunde").empty());
}

TEST_CASE("a broken list is refused with its place") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "nicknames.tsv";
  const auto [line, what] = GENERATE(table<std::string, std::string>({
      {"Katherine", "the row has 1 columns, and the list 2"},
      {"Katherine\t", "a line of nicknames lacks a name"},
      {"\tKate", "a line of nicknames lacks a name"},
      {"Katherine\tKate\tKath", "the row has 3 columns, and the list 2"},
  }));
  std::ofstream(file) << "# full name\tshort forms\n" << line << '\n';
  try {
    moniker::words::Nicknames::load(file);
    FAIL("it was taken");
  } catch (const moniker::Error& error) {
    CHECK(error.problem().file == file.string());
    CHECK(error.problem().at == moniker::Position{2, 1});
    CHECK(error.problem().what == what);
  }
}

TEST_CASE("labels that are roles may be shown, names never") {
  const auto [label, shown] =
      GENERATE(table<std::string, std::string>({{"Interviewer", "INTERVIEWER"},
                                                {"INTERVIEWER 2:", "INTERVIEWER_2"},
                                                {"Speaker 1", "SPEAKER_1"},
                                                {"P1", "P1"},
                                                {"P12:", "P12"},
                                                {"I", "I"},
                                                {"Q:", "Q"},
                                                {"Unidentified female speaker", "UNIDENTIFIED_FEMALE_SPEAKER"},
                                                {"Co-facilitator", "CO_FACILITATOR"},
                                                {"Participants (all)", "PARTICIPANTS_ALL"},
                                                {"Speaker_3", "SPEAKER_3"},
                                                {"Social worker", "SOCIAL_WORKER"},
                                                {"Midwife:", "MIDWIFE"},
                                                {"Judge", "JUDGE"},
                                                {"Chairwoman:", "CHAIRWOMAN"},
                                                {"Witness:", "WITNESS"},
                                                {"Mum", "MUM"},
                                                {"Co-researcher", "CO_RESEARCHER"},
                                                {"Another speaker", "ANOTHER_SPEAKER"},
                                                {"PI", ""},
                                                {"New", ""},
                                                {"", ""},
                                                {"Kate", ""},
                                                {"Dr Patel", ""},
                                                {"KS", ""},
                                                {"P1 Kate", ""},
                                                {"1", ""},
                                                {"P1981", ""},
                                                {"07700900123", ""},
                                                {"Interviewer Zo\u00eb", ""},
                                                {"K", ""},
                                                {"Grace", ""},
                                                {"Speaker Okafor", ""},
                                                {"Speaker 0770", ""}}));
  CAPTURE(label);
  CHECK(moniker::words::role_label(label, moniker::test::english()).value_or("") == shown);
}

TEST_CASE("who asks") {
  for (const char* label : {"Interviewer", "Moderator:", "I", "INT 1", "Co-facilitator", "Researcher 2"})
    CHECK(moniker::words::is_asking_role(label, moniker::test::english()));
  for (const char* label : {"P1", "Participant", "Kate", "Interviewer Kate", "Patient", ""})
    CHECK_FALSE(moniker::words::is_asking_role(label, moniker::test::english()));
}

TEST_CASE("only cliques are put together") {
  using Groups = std::vector<std::vector<std::size_t>>;
  CHECK(moniker::resolve::cliques(4, {{0, 1}, {1, 0}}) == Groups{{0, 1}, {2}, {3}});
  CHECK(moniker::resolve::cliques(4, {{0, 1}, {1, 2}, {0, 2}}) == Groups{{0, 1, 2}, {3}});
  CHECK(moniker::resolve::cliques(4, {{0, 1}, {1, 2}}) == Groups{{0}, {1}, {2}, {3}});
  CHECK(moniker::resolve::cliques(5, {{4, 2}, {3, 0}}) == Groups{{0, 3}, {1}, {2, 4}});
  CHECK(moniker::resolve::cliques(0, {}).empty());
}
