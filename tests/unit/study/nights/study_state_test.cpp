#include "nights/study_state.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "nights/last_report.hpp"
#include "nights/state_page.hpp"
#include "nights/studies_below.hpp"
#include "unit/study/steps/small_study.hpp"

namespace moniker::study {
namespace {

StudyState looked_at(const test::SmallStudy& small) {
  return state_of_study(small.root(), StudyKey(), [] { return std::chrono::system_clock::now(); });
}

TEST_CASE("a study is looked at before its first run, after it, and when something new came") {
  const test::SmallStudy small;
  CHECK(looked_at(small).count(TranscriptAt::fresh) == 4);
  CHECK(looked_at(small).last_run.empty());
  run_study(*small.open());
  const std::string log = read_file(small.layout.audit_log());
  const StudyState after = looked_at(small);
  CHECK(read_file(small.layout.audit_log()) == log);
  CHECK(after.count(TranscriptAt::sealed) + after.count(TranscriptAt::review) == 4);
  CHECK_FALSE(after.last_run.empty());
  for (const TranscriptStanding& one : after.transcripts) CHECK(one.since == after.last_run);
  CHECK_FALSE(after.is_of_last_run);

  publish(small.layout.incoming() / "interview-03.txt", "INT1: Another talk altogether.\n");
  publish(small.layout.incoming() / "interview-99.txt", "X");
  StudyState now = looked_at(small);
  CHECK(now.count(TranscriptAt::changed) == 1);
  CHECK(now.count(TranscriptAt::fresh) == 1);
  run_study(*small.open());
  now = looked_at(small);
  CHECK(now.count(TranscriptAt::quarantined) >= 1);
  for (const TranscriptStanding& one : now.transcripts)
    CHECK((one.at == TranscriptAt::quarantined) == !one.why.empty());
  CHECK(now.transcripts.back().why.find("(file.unexpected)") != std::string::npos);
  CHECK_FALSE(now.transcripts.back().since.empty());

  std::filesystem::remove(small.layout.incoming() / "interview-04.txt");
  run_study(*small.open());
  now = looked_at(small);
  CHECK(now.transcripts.back().shown.empty());  // put away, and still in out/
  CHECK(now.transcripts.back().transcript == "T03");
}

TEST_CASE("without its key, or while another command works on it, a study is told as the last run left it") {
  const test::SmallStudy small;
  run_study(*small.open());
  const StudyState whole = looked_at(small);
  publish(small.layout.incoming() / "interview-99.txt", "X");
  const auto same_as_whole = [&](const StudyState& state) {
    REQUIRE(state.is_of_last_run);
    REQUIRE(state.transcripts.size() == whole.transcripts.size());
    for (std::size_t i = 0; i < whole.transcripts.size(); ++i) {
      CHECK(state.transcripts[i].transcript == whole.transcripts[i].transcript);
      CHECK(state.transcripts[i].at == whole.transcripts[i].at);
      CHECK(state.transcripts[i].doubtful == whole.transcripts[i].doubtful);
      CHECK(state.transcripts[i].questions == whole.transcripts[i].questions);
    }
    CHECK(state.last_run == whole.last_run);
    CHECK(state.fresh_unnamed == 1);
  };
  {
    const auto opened = small.open();
    const StudyState busy = looked_at(small);
    CHECK(busy.is_worked_on);
    same_as_whole(busy);
  }
  std::filesystem::rename(small.layout.study_key(), small.folder.path() / "study.key");
  same_as_whole(looked_at(small));
  publish(small.layout.report_json(), read_file(small.layout.report_json()) + " ");
  CHECK(test::status_of([&] { looked_at(small); }) == 4);
}

TEST_CASE("what can be asked of a study in a folder of studies is asked of each, and one stops none") {
  const test::TemporaryFolder folder;
  folder.write("studies/a/moniker.yaml", "x: y\n");
  folder.write("studies/a/keys/study.key", "");
  folder.write("studies/deep/er/b/moniker.yaml", "x: y\n");
  folder.write("studies/deep/er/b/registry.sqlite", "");
  folder.write("studies/templates/moniker.yaml", "x: y\n");  // somebody's copy, beside which nothing was made
  folder.write("studies/templates/participants.csv", "");
  folder.write("studies/deep/er/b/within/moniker.yaml", "x: y\n");
  folder.write("studies/.hidden/moniker.yaml", "x: y\n");
  std::filesystem::create_directory_symlink(folder.path() / "studies/a", folder.path() / "studies/link");
  const auto found = studies_below(folder.path() / "studies");
  CHECK(found == std::vector<std::filesystem::path>{folder.path() / "studies/a", folder.path() / "studies/deep/er/b"});
  CHECK(studies_below(found.front()) == std::vector<std::filesystem::path>{found.front()});
  CHECK(studies_below(folder.path() / "nowhere").empty());
  std::filesystem::create_directory(folder.path() / "studies/lost+found");
  const auto closed = folder.path() / "studies/closed";
  std::filesystem::create_directory(closed);
  std::filesystem::permissions(closed, std::filesystem::perms::none);
  const bool am_root = ::geteuid() == 0;  // who may look everywhere
  CHECK(studies_below(folder.path() / "studies").size() == (am_root ? 2U : 3U));
  const auto states = states_of(
      found, [](const auto&) { return StudyKey(); }, [] { return std::chrono::system_clock::now(); });
  REQUIRE(states.size() == 2);
  CHECK(states[1].trouble.has_value());
}

TEST_CASE("the table of a study fits seventy-two columns, and cuts no letter in two") {
  StudyState state{.folder = "s", .title = "S", .last_run = "2026-12-01"};
  state.transcripts = {{.transcript = "T01", .shown = "ein-sehr-langer-namexxüüü.docx", .at = TranscriptAt::sealed},
                       {.transcript = "T02",
                        .shown = "file 9 of incoming/ (its name may be somebody's)",
                        .at = TranscriptAt::quarantined,
                        .since = "2026-11-28",
                        .why = "no row (file.unexpected)"},
                       {.at = TranscriptAt::sealed}};
  CHECK(as_text(StatePage{{state}}, Style{}) ==
        "S (s)\nlast run 2026-12-01\n\n"
        "  ID    transcript                 state        since\n"
        "  T01   ein-sehr-langer-namexx...  sealed\n"
        "  T02   file 9 of incoming/        quarantined  2026-11-28\n"
        "        no row (file.unexpected)\n"
        "  -     (put away)                 sealed\n"
        "\n  3 transcripts: 2 sealed, 1 quarantined\n");
}

}  // namespace
}  // namespace moniker::study
