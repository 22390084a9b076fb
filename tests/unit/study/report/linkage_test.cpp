#include "report/linkage.hpp"
#include "base/csv_cell.hpp"

#include <catch2/catch.hpp>

#include "base/csv.hpp"
#include "moniker/error.hpp"
#include "unit/stages/resolve/small_cast.hpp"

using namespace moniker::study;

namespace {

std::vector<std::vector<std::string>> cells(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : moniker::parse_csv(csv, "test.csv")) {
    rows.emplace_back();
    for (const auto& cell : row.cells) rows.back().push_back(cell.text);
  }
  return rows;
}

}  // namespace

TEST_CASE("linkage tells who stands behind what") {
  SmallCast study({"P02 Will Moss", "P01 Shaw, Katherine; s=fg.vtt:Kate", "R1 Zoë Whitfield; r=Interviewer"});
  const auto assignment = study.assign({"fg.vtt | Kate | Tunde, LOCATION:Leeds"});
  CHECK(moniker::study::linkage_csv(assignment, study.people()) ==
        "pseudonym,label,subtype,form,study_number,name,role,transcript,file,aliases,surrogate,reasons\r\n"
        "LOCATION_1,LOCATION,,leeds,,,,,,,,\r\n"
        "ID01,PERSON,,will moss,P02,Will Moss,participant,,,,,\r\n"
        "ID02,PERSON,,katherine shaw,P01,\"Shaw, Katherine\",participant,,,,,session\r\n"
        "INT1,PERSON,,zoe whitfield,R1,Zoë Whitfield,Interviewer,,,,,\r\n"
        "PERSON_1,PERSON,,tunde,,,,,,,,alone\r\n"
        ",,,,,,,T01,fg.vtt,,,\r\n");
}

TEST_CASE(
    "of somebody withdrawn the linkage keeps the ID alone, and of a surrogate what was written, no row is short") {
  SmallCast study({"P02 Will Moss", "P01 Shaw, Katherine; s=fg.vtt:Kate"});
  auto assignment = study.assign({"fg.vtt | Kate | Tunde, LOCATION:Leeds"});
  const std::string key = moniker::resolve::participant_keys(study.people())[0];
  study.people().people[0].withdrawn = moniker::Withdrawal{.id = "ID01", .key = key};
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    if (assignment.entities[i].form == "katherine shaw")
      assignment.surrogates[i] = {.given = "Nina", .family = "Ellwood"};
    if (assignment.entities[i].form == "leeds") assignment.surrogates[i] = {.words = {{"leeds", "Derby"}}};
  }
  const auto rows = cells(moniker::study::linkage_csv(assignment, study.people()));
  for (const auto& row : rows) CHECK(row.size() == rows.front().size());
  CHECK(rows[1] ==
        std::vector<std::string>{"LOCATION_1", "LOCATION", "", "leeds", "", "", "", "", "", "", "Derby", ""});
  CHECK(rows[2] == std::vector<std::string>{"ID01", "PERSON", "", "", "", "", "withdrawn", "", "", "", "", ""});
  CHECK(rows[3].at(10) == "Nina Ellwood");
}

TEST_CASE("the part of a transcript that was put away has its file and who is in it, and no name of the register") {
  SmallCast study({"P02 Will Moss", "P01 Shaw, Katherine; s=fg.vtt:Kate"});
  const auto assignment = study.assign({"fg.vtt | Kate | Tunde, LOCATION:Leeds, Will Moss"});
  CHECK(moniker::study::linkage_part_csv(assignment, study.people(), "fg.vtt", {"ID02", "PERSON_1"}) ==
        "pseudonym,label,subtype,form,study_number,name,role,transcript,file,aliases,surrogate,reasons\r\n"
        "ID02,PERSON,,,,,,,,,,session\r\n"
        "PERSON_1,PERSON,,tunde,,,,,,,,alone\r\n"
        ",,,,,,,T01,fg.vtt,,,\r\n");
}

TEST_CASE("who has not consented is nowhere, unless others name them in what is published") {
  SmallCast study({"P02 Will Moss", "P01 Shaw, Katherine; s=fg.vtt:Kate", "P03 Ann Lee"});
  const auto assignment = study.assign({"fg.vtt | Kate | Tunde, LOCATION:Leeds, Declan", "q.vtt | | Priya"});
  const auto& people = study.people();
  InResults results{.without = {"q.vtt"}, .waiting = {0, 1}, .names = {{"ID01", "PERSON_1"}}};
  const std::string head =
      "pseudonym,label,subtype,form,study_number,name,role,transcript,file,aliases,surrogate,reasons\r\n";
  const std::string rest =
      "ID03,PERSON,,ann lee,P03,Ann Lee,participant,,,,,\r\n"
      "PERSON_1,PERSON,,tunde,,,,,,,,alone\r\n,,,,,,,T01,fg.vtt,,,\r\n";
  CHECK(linkage_csv(assignment, people, results) ==
        head + "ID01,PERSON,,will moss,P02,Will Moss,participant,,,,,\r\n" + rest);
  results.names->erase("ID01");
  CHECK(linkage_csv(assignment, people, results) == head + rest);
  CHECK(attributes_csv(assignment, people, {}, results) == "id\r\nID03\r\n");
}

TEST_CASE("attributes are what was declared and nothing else") {
  SmallCast study({"P02 Will Moss", "P01 Kate Shaw"});
  auto& people = study.people().people;
  using namespace std::chrono;
  people[0].attributes = {{"gender", "male"},     {"age", "71"},      {"site", "Leeds General"},
                          {"born", "1954-03-12"}, {"note", "=cmd()"}, {"undeclared", "x"}};
  people[1].attributes = {{"gender", "female"}, {"age", "94"}, {"site", "St James"}, {"born", ""}, {"note", "-5.5"}};
  people[0].sessions = {{"a", "W", 2026y / March / 12}, {"b", "W", 2027y / April / 1}};
  people[0].consent_date = 2026y / January / 2;
  using moniker::ColumnUse;
  const std::vector<moniker::study::ColumnRule> columns{
      {.name = "number", .use = ColumnUse::keep, .means = "number"},
      {.name = "Full name", .use = ColumnUse::keep, .means = "name"},
      {.name = "sessions", .use = ColumnUse::keep, .means = "sessions"},
      {.name = "gender", .use = ColumnUse::keep},
      {.name = "age", .use = ColumnUse::band, .means = "age"},
      {.name = "site", .use = ColumnUse::replace},
      {.name = "born", .use = ColumnUse::band},
      {.name = "note", .use = ColumnUse::keep},
      {.name = "role", .use = ColumnUse::keep, .means = "role"},
      {.name = "interview_date", .use = ColumnUse::band, .means = "interview_date"},
      {.name = "consent_date", .use = ColumnUse::keep, .means = "consent_date"},
      {.name = "secret", .use = ColumnUse::drop}};
  const std::string csv = moniker::study::attributes_csv(study.assign({}), study.people(), columns);
  CHECK(csv ==
        "id,gender,age,site,born,note,role,interview_date,consent_date\r\n"
        "ID01,male,70-79,SITE_1,1954,\"'=cmd()\",participant,\"2026; 2027\",2026-01-02\r\n"
        "ID02,female,90+,SITE_2,,-5.5,participant,,\r\n");
  CHECK(cells(csv)[1][5] == "'=cmd()");
}

TEST_CASE("rows of attributes follow the IDs") {
  SmallCast study({"P01 Ann Lee", "P02 Ben Moss"});
  const auto assignment = study.assign({});
  std::swap(study.people().people[0], study.people().people[1]);
  CHECK(moniker::study::attributes_csv(assignment, study.people(), {}) == "id\r\nID01\r\nID02\r\n");
}

TEST_CASE("a register that changed after assign is told") {
  SmallCast study({"P01 Ann Lee"});
  const auto assignment = study.assign({});
  study.people().people[0].number = "P07";
  try {
    moniker::study::linkage_csv(assignment, study.people());
    FAIL("it was taken");
  } catch (const moniker::Error& error) {
    CHECK(error.problem().fault == moniker::Fault::usage);
    CHECK(error.problem().what == "the register changed after the study was assigned");
    CHECK(error.problem().remedy == "run `moniker assign` again, or `moniker run` for all steps");
  }
}

TEST_CASE("bands") {
  const auto [value, width, top, band] =
      GENERATE(table<std::string, int, int, std::string>({{"0", 10, 90, "0-9"},
                                                          {"39", 10, 90, "30-39"},
                                                          {"90", 10, 90, "90+"},
                                                          {"103", 10, 90, "90+"},
                                                          {"34", 5, 90, "30-34"},
                                                          {"88", 20, 90, "80-89"},
                                                          {"7", 1, 90, "7"},
                                                          {"2026-03-12", 10, 90, "2026"},
                                                          {"", 10, 90, ""},
                                                          {"seventy", 10, 90, "other"},
                                                          {"-3", 10, 90, "other"},
                                                          {"34.5", 10, 90, "other"},
                                                          {"34 ", 10, 90, "other"},
                                                          {"99999999999", 10, 90, "other"},
                                                          {"12/03/2026", 10, 90, "other"}}));
  CAPTURE(value, width, top);
  CHECK(moniker::study::band_of(value, width, top) == band);
}

TEST_CASE("cells are quoted, and no formula leaves") {
  const auto [text, cell] = GENERATE(table<std::string, std::string>({{"plain", "plain"},
                                                                      {"a,b", "\"a,b\""},
                                                                      {"a\"b", "\"a\"\"b\""},
                                                                      {"two\nlines", "\"two\nlines\""},
                                                                      {"=1+1", "\"'=1+1\""},
                                                                      {"+44 7700", "\"'+44 7700\""},
                                                                      {"-1", "-1"},
                                                                      {"+2.5", "+2.5"},
                                                                      {"-", "\"'-\""},
                                                                      {"@SUM(A1)", "\"'@SUM(A1)\""},
                                                                      {" =1", "\"' =1\""},
                                                                      {"\t=1", "\"'\t=1\""},
                                                                      {"\uFF1D1", "\"'\uFF1D1\""},
                                                                      {"a=b", "a=b"},
                                                                      {"", ""}}));
  CHECK(moniker::csv_cell(text) == cell);
}
