#include "participants/participants.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <numeric>

#include "coreq/coreq_page.hpp"
#include "participants/participants_page.hpp"
#include "support/refusal.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

/// Twelve people of three roles; ID13 speaks nowhere, INT1 is no participant.
ExportedStudy study() {
  ExportedStudy study{.columns = {"role", "gender", "age"}};
  ExportedTranscript talk{.name = "T01"}, alone{.name = "T02"};
  const auto say = [](ExportedTranscript& to, const std::string& speaker) {
    const std::chrono::minutes at(to.turns.size());
    to.turns.push_back({{.number = to.turns.size(),
                         .speaker = speaker,
                         .time = TimeSpan{at, at + std::chrono::minutes(1)},
                         .text = "Good morning."},
                        {}});
  };
  for (int i = 1; i <= 13; ++i) {
    const std::string id = (i < 10 ? "ID0" : "ID") + std::to_string(i);
    const std::string role = i <= 6 ? "Carer" : i <= 11 ? "Patient" : "Nurse";
    study.people.push_back({id, {role, i % 2 == 0 ? "male" : "female", i == 3 ? "" : i < 7 ? "50-59" : "60-69"}});
    if (i <= 12) say(talk, id);
  }
  study.people.push_back({"INT1", {"Interviewer", "male", ""}});
  say(talk, "INT1");
  say(alone, "ID01");
  alone.turns.back().turn.time.reset();
  study.transcripts = {talk, alone};
  return study;
}

std::int64_t sum_of(const Sheet& sheet, const std::string& characteristic, std::size_t group, bool percent) {
  std::int64_t all = 0;
  for (const SheetRow& row : sheet.rows) {
    if (row.characteristic == characteristic)
      all += (percent ? row.cells[group].percent : row.cells[group].n).value_or(-999);
  }
  return all;
}

}  // namespace

TEST_CASE("equal counts have equal percentages, and a note says that they may not add up") {
  ExportedStudy thirds{.columns = {"role"}};
  ExportedTranscript talk{.name = "T01"};
  for (int i = 1; i <= 9; ++i) {
    const std::string id = "ID0" + std::to_string(i);
    thirds.people.push_back({id, {i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c"}});
    talk.turns.push_back({{.number = talk.turns.size(), .speaker = id, .text = "Hello."}, {}});
  }
  thirds.transcripts = {talk};
  const Sheet sheet = tabulate(thirds, {}).printout.sheets.at(0);
  CHECK(sum_of(sheet, "Role", 0, true) == 99);
  REQUIRE(sheet.notes.size() == 1);
  CHECK(sheet.notes[0].find("may not add up to 100") != std::string::npos);
}

TEST_CASE("who has no role in the register has none in the table") {
  ExportedStudy without = study();
  without.people[0].values[0] = "participant";
  const Sheet sheet =
      tabulate(without, {.columns = {"role"}, .threshold = 1, .role_column = "role"}).printout.sheets[0];
  CHECK(sheet.rows.back().value == "not recorded");
  for (const SheetRow& row : sheet.rows) CHECK(row.value != "participant");
}

TEST_CASE("what rounding hides stands nowhere in the answer") {
  const Participants page = tabulate(study(), {.columns = {"gender"}, .round = 5});
  CHECK(as_json(page).at("people") == 10);
  CHECK(as_text(page, {}).find("12 people") == std::string::npos);
}

TEST_CASE("who speaks is counted, and totals and percentages add up") {
  const Participants page = tabulate(study(), {.columns = {"gender", "age"}, .by = "gender", .threshold = 1});
  CHECK(page.people.count() == 12);
  CHECK(page.silent == 1);
  const Sheet& sheet = page.printout.sheets.at(0);
  CHECK(sheet.groups == std::vector<std::string>{"female", "male", "All"});
  CHECK(sheet.rows.back().value == "not recorded");
  for (std::size_t group = 0; group < 3; ++group) {
    CHECK(sum_of(sheet, "Age", group, false) == sheet.rows[0].cells[group].n);
    CHECK(sum_of(sheet, "Age", group, true) == 100);
  }
  CHECK(page.printout.sentence ==
        "Twelve people took part: six women and six men. Age: 50-59 (n = 5), 60-69 (n = 6) and "
        "not recorded (n = 1).");
}

TEST_CASE("a small cell stands nowhere in any format, nor does any ID") {
  const Participants page = tabulate(study(), {.columns = {"role"}});
  const Sheet& sheet = page.printout.sheets.at(0);
  CHECK(sheet.holds_back());
  CHECK(page.small == 1);
  CHECK(page.beside == 1);
  CHECK(page.printout.sentence ==
        "Twelve people took part. Role: Carer (n = 6); in numbers that are not given, Nurse and Patient (n = 6 "
        "together).");
  for (const SheetFormat& format : sheet_formats()) {
    INFO(format.extension);
    const std::string bytes = format.bytes(page.printout);
    CHECK(bytes.find("ID0") == std::string::npos);
    if (format.extension == ".docx") continue;  // deflated
    CHECK(bytes.find("Nurse") != std::string::npos);
    for (const std::string one : {" 1 ", ">1<", ",1,", " 5 ", ">5<", ",5,"})
      CHECK(bytes.find(one) == std::string::npos);
  }
  CHECK(as_text(page, no_style).find("ID") == std::string::npos);
  CHECK(as_json(page).dump().find("ID") == std::string::npos);
}

TEST_CASE("where no table can be printed, how many took part still is") {
  ExportedStudy few = study();
  std::erase_if(few.people, [](const ExportedPerson& person) { return person.id != "ID01" && person.id != "ID02"; });
  const Participants page = tabulate(few, {});
  CHECK(page.withheld.size() == 3);
  REQUIRE(page.printout.sheets.at(0).rows.size() == 1);
  CHECK(page.printout.sheets[0].rows[0].cells.at(0).n == 2);
  CHECK(page.printout.sentence == "Two people took part.");
}

TEST_CASE("IDs of who is alone are told where they are asked for") {
  const Participants page = tabulate(study(), {.columns = {"role"}, .ids = true});
  CHECK(as_text(page, no_style).find("alone: ID12") != std::string::npos);
  CHECK(as_json(page)["published"][0]["ids"] == nlohmann::json{"ID12"});
}

TEST_CASE("attributions that tell what the table holds back want a person") {
  const Participants all = tabulate(study(), {.columns = {"role"}, .attribution = {"role"}});
  CHECK(all.given_back == std::vector<std::string>{"role Nurse"});
  CHECK(all.needs_a_person());
  const Participants rounded = tabulate(study(), {.columns = {"role"}, .attribution = {"role"}, .round = 5});
  CHECK(rounded.given_back == std::vector<std::string>{"role Nurse"});
  const Participants one = tabulate(study(), {.columns = {"role"}, .attribution = {"gender"}, .quoted = {"ID12"}});
  CHECK(one.given_back.empty());
  CHECK_FALSE(one.needs_a_person());
}

TEST_CASE("merging says what it did, and rounding that it did") {
  const Participants merged = tabulate(
      study(), {.columns = {"role"},
                .merge = true,
                .hierarchy = disclosure::parse_hierarchy("role,Nurse,Other people\nrole,Patient,Other people\n", "h")});
  REQUIRE(merged.merges.size() == 1);
  CHECK(merged.printout.sheets[0].rows.back().value == "Other people");
  CHECK(merged.printout.sheets[0].rows.back().cells[0].n == 6);
  const Participants rounded = tabulate(study(), {.columns = {"role"}, .round = 5});
  CHECK(rounded.printout.sheets[0].rows[0].cells[0].n == 10);
  CHECK(sum_of(rounded.printout.sheets[0], "Role", 0, false) == 10);
}

TEST_CASE("what is not there is refused") {
  using test::problem_of;
  CHECK(problem_of([] { tabulate(study(), {.columns = {"rolle"}}); }).remedy == "they have role, gender, age");
  CHECK(problem_of([] { tabulate(study(), {.quoted = {"ID13"}}); }).file == "ID13");
  CHECK(problem_of([] { tabulate(study(), {.cross = {{"role"}}}); }).fault == Fault::usage);
  CHECK(problem_of([] { tabulate(study(), {.round = 5, .merge = true}); }).fault == Fault::usage);
  CHECK(problem_of([] { tabulate(ExportedStudy{}, {}); }).fault == Fault::usage);
  CHECK(problem_of([] { sheet_format_of("table.pdf"); }).fault == Fault::usage);
}

TEST_CASE("LaTeX and Markdown take values as words") {
  ExportedStudy odd = study();
  for (ExportedPerson& person : odd.people) person.values[0] = "R&D | 50 % <b>_x_";
  const Printout printout = tabulate(odd, {.columns = {"role"}}).printout;
  for (const SheetFormat& format : sheet_formats()) {
    const std::string bytes = format.bytes(printout);
    if (format.extension == ".tex") CHECK(bytes.find("R\\&D | 50 \\% <b>\\_x\\_") != std::string::npos);
    if (format.extension == ".md") CHECK(bytes.find("R&D \\| 50 % \\<b\\>\\_x\\_") != std::string::npos);
    if (format.extension == ".html") CHECK(bytes.find("<b>") == std::string::npos);
  }
}

TEST_CASE("the checklists have every number once, and answers from the study") {
  const CoreqPage page{facts_of(study())};
  CHECK(page.facts.participants == 12);
  CHECK(page.facts.groups == 1);
  CHECK(page.facts.interviews == 1);
  CHECK(page.facts.more_than_once == 1);
  CHECK(page.facts.seconds == std::vector<std::int64_t>{13 * 60});
  CHECK(page.facts.untimed == 1);
  CHECK(page.facts.words == 28);
  CHECK(page.facts.staff == std::map<std::string, std::size_t>{{"INT1", 1}});
  CHECK(page.facts.staff_gender.at("INT1") == "male");
  const auto lists = as_json(page);
  REQUIRE(lists.size() == 2);
  for (std::size_t list = 0; list < 2; ++list) {
    const auto& items = lists[list]["items"];
    REQUIRE(items.size() == (list == 0 ? 32 : 21));
    for (std::size_t i = 0; i < items.size(); ++i) {
      CHECK(items[i]["number"] == (list == 0 ? "" : "S") + std::to_string(i + 1));
      CHECK((!items[i]["answer"].is_null() || items[i]["to_write"] != ""));
    }
  }
  CHECK(lists[0]["items"][11]["answer"] ==
        "12 participants took part in 1 interview and 1 group (of 12 participants); 28 words of talk.");
  CHECK(lists[0]["items"][20]["answer"] ==
        "13 minutes, 13 on average (13 in all), from the first timed turn to the last; 1 "
        "transcript without times left out.");
  CHECK(lists[0]["items"][28]["answer"] ==
        "Every turn has its participant's ID (ID01 to ID12), the same in all transcripts.");
  CHECK(coreq_file(page, "a.md").find("| 21 | how long it took | 13 minutes") != std::string::npos);
  CHECK(test::problem_of([] { check_coreq_file("a.pdf"); }).fault == Fault::usage);
}
