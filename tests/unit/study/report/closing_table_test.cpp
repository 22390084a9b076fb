#include <catch2/catch.hpp>

#include "report/render.hpp"

using namespace moniker;
using namespace moniker::study;

namespace {

StudyReport example_report() {
  StudyReport report{.study = "Example",
                     .outcomes = {},
                     .delivery = {},
                     .published = 1,
                     .unchanged = 1,
                     .participants = 2,
                     .entities = 9,
                     .audit_records = 12};
  report.outcomes.push_back({.transcript = "T01",
                             .shown = "focus-group.docx",
                             .state = Outcome::State::published,
                             .words = 12345,
                             .doubtful = 0,
                             .places = {},
                             .replaced = {{"PERSON", 1200}, {"DATE", 4}},
                             .outputs = {"T01.txt.age"},
                             .issues = {}});
  report.outcomes.push_back({.transcript = "T02",
                             .shown = "a-file-name-that-is-much-too-long-for-a-table.vtt",
                             .state = Outcome::State::published,
                             .words = 7,
                             .doubtful = 2,
                             .places = {{3, "[PERSON_4]", "unknown-capital"}},
                             .replaced = {{"PERSON", 1}},
                             .outputs = {},
                             .issues = {}});
  report.outcomes.push_back(
      {.transcript = "T03",
       .shown = "interview.txt",
       .state = Outcome::State::quarantined,
       .words = 90,
       .doubtful = 0,
       .places = {},
       .replaced = {},
       .outputs = {},
       .issues = {{"consent.missing", Severity::error, {7, 1}, 1, "consent is missing", "get it"}}});
  return report;
}

}  // namespace

TEST_CASE("the closing table says what became of each transcript, and why") {
  CHECK(closing_table(example_report(), no_style) == R"(
  ID    transcript                              words   replaced  state
  T01   focus-group.docx                       12,345      1,204  sealed
  T02   a-file-name-that-is-much-…able.vtt          7          1  review 2
  T03   interview.txt                              90          -  quarantined

  3 transcripts, 12,442 words: 1 sealed now, 1 unchanged, 1 quarantined
  replaced: DATE 4, PERSON 1,201
  2 doubtful findings were masked; see reports/run.md

  error  interview.txt:7: consent is missing (consent.missing)
     get it
)");
}

TEST_CASE("a person is needed for quarantine and for doubt") {
  StudyReport report = example_report();
  CHECK(report.needs_a_person());
  report.outcomes.pop_back();
  CHECK(report.needs_a_person());
  report.outcomes.pop_back();
  CHECK_FALSE(report.needs_a_person());
}

TEST_CASE("the page lists where a person should look") {
  CHECK(report_markdown(example_report()).find("- T02, turn 3: [PERSON_4] (rule `unknown-capital`)\n") !=
        std::string::npos);
}

TEST_CASE("a file name cannot break the page's table") {
  StudyReport report = example_report();
  report.outcomes.front().shown = "a|b.txt";
  CHECK(report_markdown(report).find("| T01 | a\\|b.txt | published |") != std::string::npos);
  report.outcomes.front().shown = "<b>`x`[a](b).txt";
  CHECK(report_markdown(report).find("| T01 | \\<b\\>\\`x\\`\\[a\\](b).txt | published |") != std::string::npos);
}
