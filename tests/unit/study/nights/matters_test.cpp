#include "nights/matters.hpp"

#include <catch2/catch.hpp>

namespace moniker::study {
namespace {

using namespace std::chrono;

ReportIssue issue(const std::string& code, Severity severity) {
  return {.code = code, .severity = severity, .sentence = "sentence of " + code, .remedy = "remedy of " + code};
}

StudyReport troubled() {
  StudyReport report;
  Outcome doubtful{.transcript = "T01", .state = Outcome::State::published, .doubtful = 3};
  doubtful.places = {{4, "[PERSON_1]", "kin-and-name"}, {4, "[PERSON_2]", "kin-and-name"}};
  Outcome stopped{.transcript = "T02"};
  stopped.issues = {issue("speaker.unknown", Severity::error), issue("time.gap", Severity::warning),
                    issue("consent.missing", Severity::error)};
  Outcome draft{.transcript = "T03", .state = Outcome::State::published, .draft = true};
  report.outcomes = {doubtful, stopped, draft};
  report.questions = {{.transcript = "T01", .turn = 2, .taken_for = "PERSON_7", .could_be = {"ID01", "ID02"}}};
  return report;
}

TEST_CASE("matters: all that waits for a person, worst first, and nothing that does not") {
  const auto matters = matters_of(troubled(), {}, {});
  REQUIRE(matters.size() == 4);
  CHECK(matters[0].kind == MatterKind::quarantined);
  CHECK(matters[0].transcript == "T02");
  CHECK(matters[0].parts == std::vector<std::string>{"consent.missing", "speaker.unknown"});
  CHECK(matters[0].says ==
        "sentence of speaker.unknown (speaker.unknown); sentence of consent.missing (consent.missing)");
  CHECK(matters[0].remedy == "remedy of speaker.unknown");
  CHECK(matters[1].kind == MatterKind::who_is_meant);
  CHECK(matters[1].parts == std::vector<std::string>{"turn 2: ID01 ID02"});
  CHECK(matters[2].kind == MatterKind::doubtful);
  CHECK(matters[2].parts == std::vector<std::string>{"turn 4, kin-and-name", "turn 4, kin-and-name #2", "place 3"});
  CHECK(matters[3].kind == MatterKind::draft);
  StudyReport calm;
  calm.outcomes = {{.transcript = "T01", .state = Outcome::State::published, .doubtful = 0}};
  CHECK(matters_of(calm, {}, {}).empty());
}

TEST_CASE("matters: what should be gone by now, and not what is due today") {
  const sys_days today = 2026y / 12 / 1;
  const std::vector<RetentionItem> due{{.kind = "deliveries", .shown = "incoming/a.txt", .due = today - days{1}},
                                       {.kind = "outputs", .shown = "out/T01.*", .due = today},
                                       {.kind = "linkage", .shown = "linkage/*"}};
  const auto matters = matters_of({}, due, today);
  REQUIRE(matters.size() == 1);
  CHECK(matters[0].kind == MatterKind::overdue);
  CHECK(matters[0].transcript.empty());
  CHECK(matters[0].parts == std::vector<std::string>{"deliveries incoming/a.txt"});
}

TEST_CASE("matters: each kind has its row, found by its name") {
  for (const MatterKind kind : {MatterKind::quarantined, MatterKind::who_is_meant, MatterKind::doubtful,
                                MatterKind::draft, MatterKind::overdue}) {
    CHECK(words_of(kind).kind == kind);
    CHECK(words_of(words_of(kind).name) == &words_of(kind));
  }
  CHECK(words_of("nothing of the kind") == nullptr);
}

}  // namespace
}  // namespace moniker::study
