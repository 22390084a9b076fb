#include "base/iso_date.hpp"
#include "config/config.hpp"
#include "config/register_cells.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"
#include "unit/stages/read/xlsx_fixture.hpp"

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
  const std::string as_session =
      " / write `file=speaker label`: group-1.docx=Kate S.; a file alone where one label of it is nobody else's; "
      "several "
      "labels each with the file, and ; between: a.txt=Kate; a.txt=Katie";
  auto [text, complaint] = GENERATE_COPY(table<std::string, std::string>({
      {"", "p.csv: is empty / write the column names in its first line"},
      {"Katherine Shaw,P01\n",
       "p.csv:1:1: the first line holds none of the declared columns / write the column names in the first "
       "line, or declare them in moniker.yaml"},
      {"name;number\n",
       "p.csv:1:1: the declared column `sessions` is missing / add the column, or remove line 7 of moniker.yaml"},
      {"name,number,ethnicity\n",
       "p.csv:1:13: the column `ethnicity` is not declared / add `ethnicity: drop` (or keep, band, replace) "
       "below `columns:` in moniker.yaml"},
      {"name,nubmer\n",
       "p.csv:1:6: column 2 is not declared, and its heading may be somebody's name / where it heads a column, add "
       "it with `: drop` (or keep, band, replace) below `columns:` in moniker.yaml; if it is `number` misspelt, rename "
       "it; a sheet that begins with people needs a first row of headings"},
      {"name,Brenda Outhwaite\n",
       "p.csv:1:6: column 2 is not declared, and its heading may be somebody's name / where it heads a column, add "
       "it with `: drop` (or keep, band, replace) below `columns:` in moniker.yaml; a sheet that begins with people "
       "needs a first row of headings"},
      {"name,sessions,interview_date,consent_date\n",
       "p.csv:1:1: the declared column `number` is missing / add the column, or remove line 6 of moniker.yaml"},
      {"name,name\n", "p.csv:1:6: the column `name` is there twice / rename or remove one of them"},
      {"name,\nA,b\n", "p.csv:1:6: a column has no name / name the column, or remove it"},
      {"name,number,sessions,interview_date,consent_date\nA,1,,\n",
       "p.csv:2:1: the row has 4 cells and the first line 5 / add or remove separators, or put a cell that holds one "
       "in quotes"},
      {"name,number,sessions,interview_date,consent_date\nA,1,,,\nB,1,,,\n",
       "p.csv:3:3: the number is another person's already / give each person a number of their own"},
      {"name,number,sessions,interview_date,consent_date\nA,p1,,,\nB, P1,,,\n",
       "p.csv:3:3: the number is another person's already / give each person a number of their own"},
      {"name,number,sessions,interview_date,consent_date\nA,1,,,12/03/2026\n",
       "p.csv:2:7: `consent_date` is not a date: 99/99/9999: day and month could change places / write `dates: day "
       "first` "
       "or `dates: month first` below `register:` in moniker.yaml, or year, month and day as in 2026-03-12"},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt,2026-02-30,\n",
       "p.csv:2:11: `interview_date` is not a date: 9999-99-99: no such day / write year, month and day as in "
       "2026-03-12"},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt;b.txt;c.txt,2026-02-03;2026-02-04,\n",
       "p.csv:2:23: there are 2 interview dates for 3 sessions / write one date, or one for each session in the same "
       "order, with ; between them"},
      {"name,number,sessions,interview_date,consent_date\nA,1,../a.txt,,\n",
       "p.csv:2:5: a session does not name a delivered file: `sessions` holds ../a.aaa" + as_session},
      {"name,number,sessions,interview_date,consent_date\nA,1,=Kate,,\n",
       "p.csv:2:5: a session does not name a delivered file: `sessions` holds =Aaaa" + as_session},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt:Kate,,\n",
       "p.csv:2:5: a session is not file=label: `sessions` holds a.aaa:Aaaa" + as_session},
      {"name,number,sessions,interview_date,consent_date\nA,1,\"a.txt=Kate, b.txt=Kate\",,\n",
       "p.csv:2:5: two sessions without ; between them: `sessions` holds a.aaa=Aaaa, a.aaa=Aaaa" + as_session},
      {"name,number,sessions,interview_date,consent_date\nA,1,a.txt=Kate,,\nB,2,a.txt=kate,,\n",
       "p.csv:3:5: the same speaker of the same file is given twice / write each person's own label after the file: "
       "`file=label`"},
      {"name,number,sessions,interview_date,consent_date\n,,a.txt,,\n",
       "p.csv:2:1: the row has neither a name nor a number / say who it is, or remove the row"},
      {"name,number,sessions,interview_date,consent_date\nA,\"1\n",
       "p.csv:2:3: the quote that opens here is never closed / close the cell with a quote"},
  }));
  INFO(text);
  const auto rules = rules_of({"name", "number", "sessions", "interview_date", "consent_date"});
  CHECK(told([&] { parse_register(text, "p.csv", rules); }) == complaint);
}

TEST_CASE("no complaint about a register quotes a cell") {
  const std::string row = GENERATE(as<std::string>{}, "Siobhan,P1,Siobhan.txt:Siobhan,Siobhan,Siobhan",
                                   "Siobhan,P1,Siobhan,2026-01-01;Siobhan,", "Siobhan,P1,,,Siobhan",
                                   "Siobhan,P1,,,,Siobhan", "\"Siobhan", "Sio\"bhan,P1,,,");
  const auto rules = rules_of({"name", "number", "sessions", "interview_date", "consent_date"});
  const std::string complaint =
      told([&] { parse_register("name,number,sessions,interview_date,consent_date\n" + row + "\n", "p.csv", rules); });
  CHECK(complaint != "no error");
  CHECK(complaint.find("Siobhan") == std::string::npos);
}

/// Line, column and sentence of all that was told.
std::vector<std::string> all_told(const std::string& bytes, const std::vector<ColumnRule>& rules) {
  const Problem first = test::problem_of([&] { parse_register(bytes, "p.csv", rules); });
  std::vector<std::string> list;
  const auto add = [&](const Problem& p) {
    list.push_back(std::to_string(p.at.line) + ":" + std::to_string(p.at.column) + " " + p.what);
  };
  add(first);
  for (const Problem& other : first.others) add(other);
  return list;
}

TEST_CASE("all that is wrong with a register is told in one go, in its order") {
  const auto rules = rules_of({"number", "name", "sessions", "interview_date", "consent_date"});
  CHECK(all_told("number,name,sessions,interview_date,consent_date,phone\n"
                 "1,Kate,a.txt=Kate,2026-02-30,12/O3/2024,\n"
                 "1,Tom,a.txt:Tom,,03/04/2026,\n"
                 ",,,,,5\n"
                 "2,Ann\n"
                 "3,\"Eve",
                 rules) ==
        std::vector<std::string>{
            "1:50 the column `phone` is not declared", "2:19 `interview_date` is not a date: 9999-99-99: no such day",
            "2:30 `consent_date` is not a date: 99/A9/9999: letters in a date",
            "3:1 the number is another person's already", "3:7 a session is not file=label: `sessions` holds a.aaa:Aaa",
            "3:18 `consent_date` is not a date: 99/99/9999: day and month could change places",
            "4:1 the row has neither a name nor a number", "5:1 the row has 2 cells and the first line 6",
            "6:3 the quote that opens here is never closed"});
  CHECK(all_told("number,name,sessions,interview_date,consent_date\n"
                 "1,=\"Kay\",a.txt=Kate,,\n"
                 "2,=Kay,a.txt=Tom,2026-02-30,\n"
                 "3,\"Eve\" Hale,,,\r\n"
                 "4,#NAME?,a.txt:Ann,,\n"
                 "=5,Kit,,,12/O3/2024\n",
                 rules) ==
        std::vector<std::string>{"2:4 a quote stands inside a cell without quotes",
                                 "3:3 `name` holds a formula, or the fault of one: =Aaa",
                                 "3:18 `interview_date` is not a date: 9999-99-99: no such day",
                                 "4:8 something stands between a closing quote and the comma",
                                 "5:3 `name` holds a formula, or the fault of one: #AAAA?",
                                 "5:10 a session is not file=label: `sessions` holds a.aaa:Aaa",
                                 "6:1 `number` holds a formula, or the fault of one: =9",
                                 "6:10 `consent_date` is not a date: 99/A9/9999: letters in a date"});
  std::string many = "number,name,sessions,interview_date,consent_date\n";
  for (int i = 0; i < 5000; ++i)
    many +=
        ","
        "A,,,never\n";
  const auto told = all_told(many, rules);
  REQUIRE(told.size() == 101);
  CHECK(told.back() == "0:0 and 4900 faults more");
}

TEST_CASE("a register is read as people save it") {
  const std::string utf16 = [] {
    std::string units = "\xFF\xFE";
    for (const char c : std::string("name\tnumber\taliases\r\nShaw, Kate\tP1\t\"Kate\r\nKath\"\r\n\t\t\r\n"))
      units += {c, '\0'};
    return units;
  }();
  const std::string bytes = GENERATE_COPY(
      std::string("Name,NUMBER,aliases\n\"Shaw, Kate\",P1,Kate; Kath\n"),
      std::string("\xEF\xBB\xBFname;number;aliases\r\nShaw, Kate;P1;\"Kate;Kath\"\r\n;;\r\n\r\n"),
      std::string("sep=;\r\nname;number;aliases\r\nShaw, Kate;P1;\"Kate\r\nKath\"\r\n"),
      std::string("name\tnumber\taliases\t\nShaw, Kate\tP1\tKate; Kath\t\n"),
      std::string("\"aliases\",name,\"number\",,\r\n\"Kate;\r\nKath\",\"Shaw,\r\nKate\",P1,,\r\n,,,,\r\n"), utf16,
      reading::Xlsx{
          .sheets = {{{{"old"}}},
                     {{{"name"}, {"number"}, {"aliases"}}, {{"Shaw, Kate"}, {"P1"}, {"Kate; Kath"}}, {{" "}}}},
          .shared = {},
          .notes = {}}
          .bytes());
  const Register people = parse_register(bytes, "p.csv", rules_of({"name", "number", "aliases"}));
  REQUIRE(people.people.size() == 1);
  CHECK(people.people[0].name == "Shaw, Kate");
  CHECK(people.people[0].number == "P1");
  CHECK(people.people[0].aliases == std::vector<std::string>{"Kate", "Kath"});
}

TEST_CASE("nobody of a register is hidden by a filter, a column or a sheet") {
  const reading::Xlsx workbook{.sheets = {{{{"name"}, {"number"}}, {{"Kate Shaw"}, {"P1"}}, {{"Tom Hale"}, {"P2"}}}},
                               .shared = {},
                               .notes = {},
                               .sheet_state = {{0, " state=\"hidden\""}},
                               .row_state = {{2, " hidden=\"1\""}},
                               .columns = "<cols><col min=\"2\" max=\"2\" hidden=\"true\"/></cols>"};
  const Register people = parse_register(workbook.bytes(), "p.xlsx", rules_of({"name", "number"}));
  REQUIRE(people.people.size() == 2);
  CHECK(people.people[1].name == "Tom Hale");
  CHECK(people.people[1].number == "P2");
}

TEST_CASE("a register that no one could search is refused with its place, and soon") {
  const auto rules = rules_of({"number", "name", "aliases"});
  const std::string long_name(1'000'000, 'a');
  CHECK(all_told("number,name,aliases\n1," + long_name + ",\n", rules) ==
        std::vector<std::string>{"2:3 `name` holds one of 1000000 bytes, where 1,000 are the most"});
  std::string aliases;
  for (int i = 0; i < 20'000; ++i) aliases += "Kate" + std::to_string(i) + ";";
  CHECK(all_told("number,name,aliases\n1,A," + aliases + "\n", rules) ==
        std::vector<std::string>{"2:5 `aliases` holds 20000 entries, where 1,000 are the most"});
}

TEST_CASE("sessions name files as they lie in incoming/") {
  const auto [written, file, label] = GENERATE(table<std::string, std::string, std::string>({
      {"a.txt", "a.txt", ""},
      {"week-2/a.txt=Kate", "week-2/a.txt", "Kate"},
      {".\\week-2\\a.txt = Kate: S=1", "week-2/a.txt", "Kate: S=1"},
      {"incoming/a.txt=Kate", "a.txt", "Kate"},
      {"Group 1 - final, 2.docx=Kate", "Group 1 - final, 2.docx", "Kate"},
      {"Group 1.5 - final.version two.docx", "Group 1.5 - final.version two.docx", ""},
      {"recording", "recording", ""},
      {"Sia\u0302n.txt=A", "Si\u00E2n.txt", "A"},
  }));
  const SessionCell cell = read_session(written);
  REQUIRE(cell.session);
  CHECK(cell.session->file == file);
  CHECK(cell.session->speaker == label);
  const std::string wrong = GENERATE(as<std::string>{}, "a.txt:Kate", "a.txt - Kate", "a.txt, Kate", "a.txt Kate",
                                     "a.txt|Kate", "=Kate", "/a.txt", "x/../../a.txt=K", "week/", "Kate: a.txt");
  INFO(wrong);
  CHECK_FALSE(read_session(wrong).session);
}

TEST_CASE("a register's days are ISO, unambiguous, declared, or a spreadsheet's") {
  const auto day_in = [](std::string_view value, DateOrder order = DateOrder::unsaid) {
    const DateCell cell = read_date(value, {.order = order, .from_1904 = false});
    return cell.day ? iso_date(*cell.day) : std::string(cell.fault);
  };
  CHECK(day_in("2026-03-12") == "2026-03-12");
  CHECK(day_in("2026-03-12 00:00:00") == "2026-03-12");
  CHECK(day_in("2026-03-12T09:30") == "2026-03-12");
  CHECK(day_in("2026/3/2") == "2026-03-02");
  CHECK(day_in("13/03/2026") == "2026-03-13");
  CHECK(day_in("13.3.2026") == "2026-03-13");
  CHECK(day_in("05-05-2026") == "2026-05-05");
  CHECK(day_in("03/13/2026") == "the month stands first");
  CHECK(day_in("03/04/2026") == "day and month could change places");
  CHECK(day_in("03/04/2026", DateOrder::day_first) == "2026-04-03");
  CHECK(day_in("03/04/2026", DateOrder::month_first) == "2026-03-04");
  CHECK(day_in("13/04/2026", DateOrder::month_first) == "no such day");
  CHECK(day_in("46093") == "2026-03-12");
  CHECK(day_in("46093.5") == "2026-03-12");
  CHECK(iso_date(*read_date("44631", {.order = {}, .from_1904 = true}).day) == "2026-03-12");
  CHECK(day_in("12/03/26") == "a year of two digits");
  CHECK(day_in("12/O3/2024") == "letters in a date");
  CHECK(day_in("12 March 2024") == "letters in a date");
  CHECK(day_in("31/04/2026") == "no such day");
  CHECK(day_in("12/03/1812", DateOrder::day_first) == "a year before 1900");
  CHECK(day_in("20260312") == "no date");
  CHECK(day_in("?") == "no date");
  CHECK(shape_of("12/O3/2024") == "99/A9/9999");
  CHECK(shape_of("Siân, née \xFF"
                 "1") == "Aaaa, aaa ?9");
  CHECK(shape_of(std::string(100, 'x')) == std::string(40, 'a') + "...");
}

TEST_CASE("a role in other capitals is the declared one") {
  const Register people =
      parse_register("name,role\nA,interviewer\nB,PARTNER\nC,Carer\n", "p.csv", rules_of({"name", "role"}),
                     {.order = {}, .roles = {"Interviewer", "Partner"}});
  CHECK(people.people[0].role == "Interviewer");
  CHECK(people.people[1].role == "Partner");
  CHECK(people.people[2].role == "Carer");
}

TEST_CASE("the register's name in messages is the user's") {
  const TemporaryFolder temp;
  temp.write("participants.csv", "name\nA\"\n");
  temp.write("moniker.yaml", "register: {columns: {name: replace}}");
  const StudyConfig config = read_config(temp.path());
  CHECK(told([&] { read_register(config); }).starts_with((temp.path() / "participants.csv").string() + ":2:2: "));
}

TEST_CASE("names that lost a letter and stand-ins for names are told, and aliases of nobody are none") {
  const auto rules = rules_of({"number", "name", "aliases"});
  const auto told_of = [&](const std::string& row) {
    return told([&] { parse_register("number,name,aliases\n" + row, "p.csv", rules); });
  };
  CHECK(told_of("1,Kate Qu?rndike,\n").starts_with("p.csv:2:3: `name` has lost a letter: Aaaa Aa?aaaaaa"));
  CHECK(told_of("1,Kate Qu\xEF\xBF\xBDrndike,\n").starts_with("p.csv:2:3: `name` has lost a letter: Aaaa Aa?aaaaaa"));
  CHECK(told_of("1,Kate,Katie; Zo?\n").starts_with("p.csv:2:8: `aliases` has lost a letter: Aa?"));
  for (const char* nobody : {"N/A", "-", "unknown", "?", "NA", "\xE2\x80\x93", "TBC"})
    CHECK(told_of(std::string("1,") + nobody + ",\n").starts_with("p.csv:2:3: `name` holds a stand-in for a name"));
  const Register people = parse_register("number,name,aliases\n1,Na,N/A\n2,Kate,-; Katie\n3,,none\n", "p.csv", rules);
  CHECK(people.people[0].name == "Na");
  CHECK(people.people[0].aliases.empty());
  CHECK(people.people[1].aliases == std::vector<std::string>{"Katie"});
  CHECK(people.people[2].aliases.empty());
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
