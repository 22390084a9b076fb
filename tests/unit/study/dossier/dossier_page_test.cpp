#include "dossier/dossier_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace moniker::study {
namespace {

/// Two transcripts, one of them quarantined, and one person in each state of consent.
Dossier small_dossier() {
  Dossier dossier{.made = "2026-11-23", .version = "9.9"};
  dossier.run.study = "Cares & <worries>";
  dossier.run.outcomes = {{.transcript = "T01",
                           .shown = "week 1/first.docx",
                           .state = Outcome::State::published,
                           .words = 1000,
                           .doubtful = 1,
                           .replaced = {{"DATE", 2}, {"PERSON", 7}}},
                          {.transcript = "T02",
                           .shown = "a file (its name holds a name of the register)",
                           .words = 500,
                           .issues = {{.code = "consent.missing",
                                       .severity = Severity::error,
                                       .sentence = "somebody has not consented",
                                       .remedy = "ask them"}}}};
  dossier.sealed_on = {{"T01", "2026-11-22"}};
  dossier.run.questions = {{"T01", 4, "PERSON_7", {"ID04"}}};
  dossier.consent = {.required = {"analysis"}, .scopes = {"analysis", "archive"}};
  dossier.consent.rows = {
      {.who = "ID01", .role = "Carer", .covers = {"analysis"}, .dated = "2026", .interviews = {{"T01", "2026", true}}},
      {.who = "INT1", .state = ConsentRow::State::exempt},
      {.who = "participants.csv, line 9", .state = ConsentRow::State::lacking},
      {.who = "ID07", .state = ConsentRow::State::withdrawn}};
  dossier.labels = {{"PERSON", "pseudonym", 7, {{"register", 6}, {"called", 1}}, {{"T01", 7}}},
                    {"DATE", "generalise", 2, {{"date-numeric", 2}}, {{"T01", 2}}}};
  dossier.keys = {{"signs the log", "RWQabc", "aaaa bbbb cccc dddd"}};
  dossier.rules = {.languages = {"en-GB"}, .profile = "balanced", .digest = "ab12", .rules = 243, .labels = 15};
  dossier.rules.made_with = {{"9.9", "ab12", {"T01"}}};
  dossier.log = {.verified = {.records = 54, .signed_records = 54}, .head = "beef", .public_key = "RWQabc"};
  dossier.sealed = {{"out/T01.txt.age", "cafe", "2026-11-22"}};
  return dossier;
}

bool says(const std::string& page, std::string_view words) { return page.find(words) != page.npos; }

TEST_CASE("a report's sums are those of its transcripts") {
  const Dossier dossier = small_dossier();
  CHECK(dossier.words() == 1500);
  CHECK(dossier.replaced() == 9);
  CHECK(dossier.doubtful() == 1);
  CHECK(dossier.published() == 1);
  CHECK(dossier.participants() == 1);
}

TEST_CASE("a report's page escapes what it is given, and names no file") {
  const std::string page = as_html(small_dossier());
  CHECK(says(page, "<h1>Cares &amp; &lt;worries&gt;</h1>"));
  CHECK_FALSE(says(page, "<worries>"));
  CHECK_FALSE(says(page, "week 1"));
  CHECK_FALSE(says(page, "its name holds"));
  CHECK(says(page, "<td>docx</td>"));
  CHECK(says(page, "<td>file</td>"));
}

TEST_CASE("a report's page tells each section") {
  const std::string page = as_html(small_dossier());
  const char* const wanted =
      GENERATE("<dd>1 of 2</dd>", "sealed 2026-11-22", ">quarantined</td>",
               "somebody has not consented (consent.missing); ask them", "T01 2026 (before the consent)", "needs none",
               "none that holds: not in the results", "withdrawn", "analysis (required)", ">missing</span>",
               "register 6", "No decisions", "ID04 or somebody else", "no bound can be given",
               "Nobody: the log holds no look", "aaaa bbbb cccc dddd", "en-GB, profile balanced, 243 rules",
               "Verified: 54 records", "minisign -V -P RWQabc -m audit/audit.jsonl", "out/T01.txt.age", "cafe", "beef");
  CAPTURE(wanted);
  CHECK(says(page, wanted));
}

TEST_CASE("a report says what people decided and what they read") {
  Dossier dossier = small_dossier();
  dossier.decisions = {{.number = 3,
                        .day = "2026-11-22",
                        .who = "ana",
                        .act = "keep",
                        .what = "words kept in T01, turn 4",
                        .undone = true},
                       {.number = 4,
                        .day = "2026-11-22",
                        .who = "ben",
                        .act = "replace",
                        .what = "words replaced as ORG",
                        .why = "a ward",
                        .opinion = true}};
  dossier.passages = {.read = 120, .missed = 0, .readers = {{"ana", 100}, {"ben", 40}}};
  const std::string page = as_html(dossier);
  CHECK(says(page, "words kept in T01, turn 4, undone since"));
  CHECK(says(page, "words replaced as ORG, a second opinion"));
  CHECK(says(page, "Read by: ana 100, ben 40."));
  CHECK(as_json(dossier)["decisions"][0]["undone"] == true);
  CHECK_FALSE(says(page, "No decisions"));
  CHECK(says(page, "0 of 120 passages: below 2.5 % at 95 %"));
  CHECK(as_json(dossier)["risk"]["bound"].get<double>() == Approx(0.0246554).epsilon(1e-5));
  CHECK(as_text(dossier, no_style).find("0 of 120 passages: below 2.5 %") != std::string::npos);
}

TEST_CASE("a report of a log that does not verify says so first") {
  Dossier dossier = small_dossier();
  dossier.log.verified.faults = {{2, "the record was edited", "restore it from a copy"}};
  const std::string page = as_html(dossier);
  CHECK(page.find("Nothing below is vouched for") < page.find("<main>"));
  CHECK(says(page, "record 2: the record was edited; restore it from a copy"));
  CHECK_FALSE(says(page, "Verified:"));
  CHECK(as_json(dossier)["log"]["verified"] == false);
  CHECK(as_text(dossier, no_style).find("not verified") != std::string::npos);
}

TEST_CASE("a report's JSON has what the page has") {
  const auto json = as_json(small_dossier());
  CHECK(json["transcripts"][0]["replaced"].dump() == R"({"DATE":2,"PERSON":7})");
  CHECK(json["transcripts"][1]["sealed"].is_null());
  CHECK(json["consent"]["people"][2]["state"] == "lacking");
  CHECK(json["replaced"][0]["rules"].dump() == R"({"register":6,"called":1})");
  CHECK(json["decisions"].empty());
  CHECK(json["open_questions"][0]["could_be"][0] == "ID04");
  CHECK(json["risk"]["bound"].is_null());
  CHECK(json["log"]["files"][0]["path"] == "out/T01.txt.age");
}

}  // namespace
}  // namespace moniker::study
