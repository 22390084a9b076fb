#include "base/iso_date.hpp"
#include "config/config.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

using test::TemporaryFolder;
using test::told;

using namespace std::chrono;

std::vector<ColumnRule> rules_of(std::initializer_list<std::string> names) {
  std::vector<ColumnRule> rules;
  std::uint32_t line = 4;
  for (const std::string& name : names) {
    rules.push_back({.name = name, .use = ColumnUse::replace, .means = {}, .width = 10, .top = 90, .at = {++line, 5}});
    for (const char* known :
         {"number", "name", "aliases", "role", "consent_date", "consent_scope", "sessions", "interview_date"}) {
      if (name == known) rules.back().means = name;
    }
  }
  return rules;
}

TEST_CASE("a register is read") {
  auto rules = rules_of({"number", "name", "aliases", "role", "consent_date", "consent_scope", "sessions",
                         "interview_date", "gender", "phone"});
  rules.back().use = ColumnUse::drop;
  const Register people = parse_register(
      "name,number,interview_date,sessions,aliases,role,consent_date,consent_scope,gender,phone\r\n"
      "Katherine Shaw, P01 ,2026-03-12;2026-04-02,group-1.docx=Kate S.; call.vtt,Kate; Kath ;;,,2026-03-01,\"Analysis, "
      "quotation\",female,01632 960001\r\n"
      ",,,,,,,,,\r\n"
      "\"Whitfield, Zo\xC3\xAB\",,,group-1.docx=Moderator: first,,Interviewer,,,,\r\n",
      "p.csv", rules);
  REQUIRE(people.people.size() == 2);
  const Participant& kate = people.people[0];
  CHECK(kate.name == "Katherine Shaw");
  CHECK(kate.number == "P01");
  CHECK(kate.line == 2);
  CHECK(kate.role == "participant");
  CHECK(kate.aliases == std::vector<std::string>{"Kate", "Kath"});
  CHECK(kate.consent_date == year(2026) / 3 / 1);
  CHECK(kate.consent_scope == std::vector<std::string>{"analysis", "quotation"});
  REQUIRE(kate.sessions.size() == 2);
  CHECK(kate.sessions[0].file == "group-1.docx");
  CHECK(kate.sessions[0].speaker == "Kate S.");
  CHECK(kate.sessions[0].date == year(2026) / 3 / 12);
  CHECK(kate.sessions[1].file == "call.vtt");
  CHECK(kate.sessions[1].speaker.empty());
  CHECK(kate.sessions[1].date == year(2026) / 4 / 2);
  CHECK(kate.attributes ==
        std::map<std::string, std::string>{{"gender", "female"}});  // what is dropped is not kept in memory

  const Participant& zoe = people.people[1];
  CHECK(zoe.name == "Whitfield, Zo\xC3\xAB");
  CHECK(zoe.line == 4);
  CHECK(zoe.role == "Interviewer");
  CHECK_FALSE(zoe.consent_date);
  CHECK(zoe.sessions.at(0).speaker == "Moderator: first");
  CHECK_FALSE(zoe.sessions.at(0).date);
}

TEST_CASE("a register may be a header alone") {
  CHECK(parse_register("name\n", "p.csv", rules_of({"name"})).people.empty());
}

TEST_CASE("register: errors with place and remedy") {
  auto [text, complaint] = GENERATE(table<std::string, std::string>({
      {"", "p.csv: is empty / write the column names in its first line"},
      {"Katherine Shaw,P01\n",
       "p.csv:1:1: the first line holds none of the declared columns / write the column names in the first "
       "line, or declare them in moniker.yaml"},
      {"name;number\n",
       "p.csv:1:1: the columns are not separated by commas / save the file as `CSV UTF-8 (comma delimited)`"},
      {"name,number,ethnicity\n",
       "p.csv:1:13: the column `ethnicity` is not declared / add `ethnicity: drop` (or keep, band, replace) "
       "below `columns:` in moniker.yaml"},
      {"name,nubmer\n",
       "p.csv:1:6: the column `nubmer` is not declared / add `nubmer: drop` (or keep, band, replace) below "
       "`columns:` "
       "in moniker.yaml; if it is `number` misspelt, rename it"},
      {"name,sessions,interview_date,consent_date\n",
       "p.csv:1:1: the declared column `number` is missing / add the column, or remove line 6 of moniker.yaml"},
      {"name,name\n", "p.csv:1:6: the column `name` is there twice / rename or remove one of them"},
      {"name,\n", "p.csv:1:6: a column has no name / name the column, or remove it"},
      {"name,number,sessions,interview_date,consent_date\nA,1,,\n",
       "p.csv:2:1: the row has 4 cells and the first line 5 / add or remove commas, or put a cell that holds a comma "
       "in quotes"},
      {"name,number,sessions,interview_date,consent_date\nA,1,,,\nB,1,,,\n",
       "p.csv:3:3: the number is another person's already / give each person a number of their own"},
      {"name,number,sessions,interview_date,consent_date\nA,p1,,,\nB, P1,,,\n",
       "p.csv:3:3: the number is another person's already / give each person a number of their own"},
      {"name,number,sessions,interview_date,consent_date\nA,1,,,12/03/2026\n",
       "p.csv:2:7: is not a date / write year, month and day as in 2026-03-12"},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt,2026-02-30,\n",
       "p.csv:2:11: is not a date / write year, month and day as in 2026-03-12"},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt;b.txt;c.txt,2026-02-03;2026-02-04,\n",
       "p.csv:2:23: there are 2 interview dates for 3 sessions / write one date, or one for each session in the same "
       "order, with ; between them"},
      {"name,number,sessions,interview_date,consent_date\nA,1,incoming/a.txt,,\n",
       "p.csv:2:5: a session does not name a delivered file / write `file=speaker label`, the file without its folder"},
      {"name,number,sessions,interview_date,consent_date\nA,1,=Kate,,\n",
       "p.csv:2:5: a session does not name a delivered file / write `file=speaker label`, the file without its folder"},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt=Kate,,\nB,2,a.txt=kate,,\n",
       "p.csv:3:5: the same speaker of the same file is given twice / write each person's own label after the file: "
       "`file=label`"},
      {"name,number,sessions,interview_date,consent_date\n,,a.txt,,\n",
       "p.csv:2:1: the row has neither a name nor a number / say who it is, or remove the row"},
      {"name,number\nA,\"1\n", "p.csv:2:3: the quote that opens here is never closed / close the cell with a quote"},
  }));
  INFO(text);
  const auto rules = rules_of({"name", "number", "sessions", "interview_date", "consent_date"});
  CHECK(told([&] { parse_register(text, "p.csv", rules); }) == complaint);
}

TEST_CASE("no complaint about a register quotes a cell") {
  const std::string row =
      GENERATE(as<std::string>{}, "Siobhan,P1,x/Siobhan,Siobhan,Siobhan", "Siobhan,P1,Siobhan,2026-01-01;Siobhan,",
               "Siobhan,P1,,,Siobhan", "Siobhan,P1,,,,Siobhan", "\"Siobhan", "Sio\"bhan,P1,,,");
  const auto rules = rules_of({"name", "number", "sessions", "interview_date", "consent_date"});
  const std::string complaint =
      told([&] { parse_register("name,number,sessions,interview_date,consent_date\n" + row + "\n", "p.csv", rules); });
  CHECK(complaint != "no error");
  CHECK(complaint.find("Siobhan") == std::string::npos);
}

TEST_CASE("the register's name in messages is the user's") {
  const TemporaryFolder temp;
  temp.write("participants.csv", "name\nA\"\n");
  temp.write("moniker.yaml", "register: {columns: {name: replace}}");
  const StudyConfig config = read_config(temp.path());
  CHECK(told([&] { read_register(config); }).starts_with((temp.path() / "participants.csv").string() + ":2:2: "));
}

TEST_CASE("dates are ISO 8601 and nothing else") {
  CHECK(parse_iso_date("2024-02-29") == year(2024) / 2 / 29);
  CHECK(parse_iso_date("1900-01-01") == year(1900) / 1 / 1);
  const std::string wrong =
      GENERATE(as<std::string>{}, "", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "01/02/2024",
               "2024-01-01 ", "2024-01-0a", "-024-01-01", "1899-12-31", "2024-+1-01", "2024/01/01");
  INFO(wrong);
  CHECK_FALSE(parse_iso_date(wrong));
}

}  // namespace
}  // namespace moniker
