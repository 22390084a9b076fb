#include "nights/night.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "nights/folder_names.hpp"
#include "nights/metrics.hpp"
#include "nights/night_page.hpp"
#include "nights/night_wire.hpp"
#include "unit/study/steps/small_study.hpp"

namespace moniker::study {
namespace {

using Names = std::vector<std::string>;

/// Runs, compares and remembers, on the day that it is said to be.
Night night_on(const test::SmallStudy& small, std::chrono::sys_days day) {
  RunOptions options = small.options();
  options.clock = [day] { return day + std::chrono::hours(2); };
  const auto opened = open_study(small.root(), options);
  Night night = night_of(*opened, run_study(*opened));
  night.folder = "study";
  remember_night(*opened, night);
  return night;
}

TEST_CASE("night after night: the first, the same, new trouble, trouble solved") {
  using namespace std::chrono;
  const test::SmallStudy small;
  const sys_days first_day = 2026y / 12 / 1;
  const Night first = night_on(small, first_day);
  CHECK(first.last_day.empty());
  CHECK(first.sealed == Names{"T01", "T02", "T03", "T04"});
  CHECK(first.has_news());
  CHECK(status_of(first) == 1);
  for (const Waiting& one : first.waiting) CHECK(one.fresh == one.matter.parts.size());
  CHECK(first.counts.transcripts == 4);
  CHECK(first.counts.sealed + first.counts.review + first.counts.quarantined == 4);

  const Night same = night_on(small, first_day + days{1});
  CHECK(same.last_day == "2026-12-01");
  CHECK_FALSE(same.has_changed());
  CHECK(status_of(same) == same_as_before);
  REQUIRE(same.waiting.size() == first.waiting.size());
  for (const Waiting& one : same.waiting) CHECK(one.since == "2026-12-01");
  CHECK(summary_of(same, true).empty());
  CHECK(summary_of(same).find("still waiting, as told before") != std::string::npos);

  publish(small.layout.incoming() / "interview-09.txt", "\x01\x02\x03 no talk");
  const Night trouble = night_on(small, first_day + days{2});
  CHECK(status_of(trouble) == 1);
  REQUIRE_FALSE(trouble.waiting.empty());
  CHECK(trouble.waiting.front().matter.kind == MatterKind::quarantined);
  CHECK(trouble.waiting.front().fresh > 0);
  CHECK(trouble.waiting.front().since == "2026-12-03");
  CHECK(trouble.counts.quarantined == 1);
  for (std::size_t i = 1; i < trouble.waiting.size(); ++i) CHECK(trouble.waiting[i].fresh == 0);

  std::filesystem::remove(small.layout.incoming() / "interview-09.txt");
  const Night solved = night_on(small, first_day + days{3});
  CHECK(status_of(solved) == same_as_before);
  REQUIRE(solved.solved.size() == 1);
  CHECK(solved.solved.front().kind == "quarantined");
  CHECK(solved.solved.front().transcript == trouble.waiting.front().matter.transcript);
  CHECK(solved.has_changed());
  CHECK(summary_of(solved, true).find("no longer: ") != std::string::npos);
}

/// A run that could not go to its end, on that day.
Night fails_on(const test::SmallStudy& small, const std::string& day, Fault fault = Fault::input) {
  Night night = failed_night(small.root().string(), {.fault = fault, .what = "the disk is full"}, day + "T02:30:00Z");
  remember_night(small.root(), {}, night);
  return night;
}

TEST_CASE("a night after nights that failed says that it works again, and since when it did not") {
  using namespace std::chrono;
  const test::SmallStudy small;
  const sys_days first_day = 2026y / 12 / 1;
  CHECK_FALSE(night_on(small, first_day).failed_before);

  const Night failed = fails_on(small, "2026-12-02");
  CHECK_FALSE(failed.failed_before);
  CHECK(summary_of(failed).find(": the run failed\n") != std::string::npos);
  fails_on(small, "2026-12-03", Fault::busy);  // somebody else was working
  const Night again = fails_on(small, "2026-12-04");
  CHECK(summary_of(again).find(": the run failed again, as since 2026-12-02\n") != std::string::npos);
  CHECK(as_json(again)["failed_before"]["count"] == 1);

  const Night works = night_on(small, first_day + days{4});
  REQUIRE(works.failed_before);
  CHECK(works.failed_before->since == "2026-12-02");
  CHECK(works.failed_before->count == 2);
  CHECK(status_of(works) == same_as_before);
  CHECK(summary_of(works, true).find(": it works again; nothing new;") != std::string::npos);
  CHECK(summary_of(works, true).find("it failed 2 times, since 2026-12-02, and works again\n") != std::string::npos);
  CHECK(night_from_wire(to_wire(works)).failed_before->since == "2026-12-02");

  const Night after = night_on(small, first_day + days{5});
  CHECK_FALSE(after.failed_before);
  CHECK_FALSE(after.has_changed());
  CHECK(as_json(after)["failed_before"].is_null());
}

TEST_CASE("of nights that failed nothing but a day and a count is believed, and none is kept where no study is") {
  const test::TemporaryFolder folder;
  const StudyLayout layout{folder.path()};
  keep_failed_night(layout, "2026-12-02");
  CHECK(std::filesystem::is_empty(folder.path()));
  publish(layout.config(), "title: A study\n");
  std::filesystem::create_directory(layout.work());
  for (const char* text : {"no json", "{}", R"({"since":"Kate Shaw","count":1})", R"({"since":"2026-12-02","count":0})",
                           R"({"since":"2026-12-02","count":"many"})"}) {
    publish(layout.work() / "failed.json", text);
    CHECK_FALSE(read_failed_nights(layout));
  }
  keep_failed_night(layout, "2026-12-03");
  REQUIRE(read_failed_nights(layout));
  CHECK(read_failed_nights(layout)->since == "2026-12-03");
  forget_failed_nights(layout);
  CHECK_FALSE(read_failed_nights(layout));
}

TEST_CASE("a night whose memory was lost tells all as new") {
  const test::SmallStudy small;
  const std::chrono::sys_days day = std::chrono::year(2026) / 12 / 1;
  const Night first = night_on(small, day);
  std::filesystem::remove(small.layout.ledger());
  const Night again = night_on(small, day + std::chrono::days{1});
  CHECK(again.last_day.empty());
  CHECK(again.has_news());
  CHECK(again.waiting.size() == first.waiting.size());
}

Night told_night() {
  Night night{.study = "A study",
              .folder = "my-study",
              .time = "2026-12-03T02:31:00Z",
              .seconds = 4.5,
              .last_day = "2026-12-02"};
  Matter stopped{.kind = MatterKind::quarantined,
                 .transcript = "T09",
                 .parts = {"speaker.unknown"},
                 .says = "a speaker is in no row of the register (speaker.unknown)",
                 .remedy = "name the session there"};
  Matter doubts{.kind = MatterKind::doubtful, .transcript = "T03", .parts = {"a", "b", "c"}};
  Matter old{.kind = MatterKind::who_is_meant, .transcript = "T01", .parts = {"a"}};
  night.waiting = {{stopped, 1, "2026-12-03"}, {old, 0, "2026-11-28"}, {doubts, 2, "2026-12-01"}};
  night.solved = {{"doubtful", "T02", 2}, {"draft", "T04", 1}};
  night.sealed = {"T08"};
  night.sealed_anew = {"T01", "T05"};
  night.gone = {"T06"};
  night.counts = {.transcripts = 9, .sealed = 6, .review = 2, .quarantined = 1, .doubtful = 3, .questions = 1};
  night.audit_records = 77;
  return night;
}

TEST_CASE("a summary says first what is new and how it is done") {
  CHECK(summary_of(told_night()) ==
        "A study, 2026-12-03: 2 things are new for you\n"
        "\n"
        "  T09    quarantined: a speaker is in no row of the register\n"
        "         (speaker.unknown)\n"
        "         name the session there; then moniker run my-study\n"
        "  T03    3 doubtful findings are masked (2 new since 2026-12-01)\n"
        "         moniker review my-study\n"
        "\n"
        "still waiting, as told before\n"
        "  T01    1 time it has to be asked who is meant, since 2026-11-28\n"
        "\n"
        "no longer: T02 2 doubtful findings are masked; T04 is a draft until it\n"
        "  is signed off\n"
        "sealed: T08\n"
        "sealed anew: T01, T05\n"
        "gone from out/: T06\n"
        "\n"
        "9 transcripts: 6 sealed, 2 sealed and to review, 1 quarantined\n"
        "compared with 2026-12-02\n");
}

TEST_CASE("a summary of a run that failed says what failed, whatever was told before") {
  const Night night = failed_night("my-study",
                                   {.fault = Fault::busy,
                                    .file = "my-study/work/lock",
                                    .what = "another run is working on this study",
                                    .remedy = "wait until it has ended"},
                                   "2026-12-03T02:31:00Z");
  CHECK(status_of(night) == 5);
  CHECK(night.has_changed());
  CHECK(summary_of(night, true) ==
        "my-study, 2026-12-03: another run was working on it\n\n"
        "  my-study/work/lock: another run is working on this study\n"
        "  wait until it has ended\n"
        "  moniker doctor my-study\n");
}

TEST_CASE("a summary of several studies begins with those that failed, and ends with those of which there is nothing") {
  Night quiet{.study = "Quiet", .folder = "s/quiet", .time = "2026-12-03T02:00:00Z", .last_day = "2026-12-02"};
  const Night failed = failed_night("s/broken", {.what = "there is no key"}, "2026-12-03T02:32:00Z");
  const std::string all = summary_of({quiet, told_night(), failed}, "s", true);
  CHECK(all.starts_with(
      "s: 3 studies, 1 failed, 1 with something new for you\n\ns/broken, 2026-12-03: the run failed\n"));
  CHECK(all.find("\nA study, 2026-12-03: 2 things are new for you\n") != std::string::npos);
  CHECK(all.ends_with("\nnothing changed in\n  s/quiet: nothing for you to do\n"));
  CHECK(summary_of({quiet, failed}, "s", false).starts_with("s: 2 studies, 1 failed\n"));
  CHECK(summary_of({quiet}, "s", true).empty());
  CHECK_FALSE(summary_of({quiet}, "s", false).empty());
}

TEST_CASE("what stands on standard error where nothing else does is one line") {
  CHECK(in_one_line({{.kind = MatterKind::quarantined, .transcript = "T05", .parts = {"a"}},
                     {.kind = MatterKind::doubtful, .transcript = "T01", .parts = {"a", "b"}},
                     {.kind = MatterKind::doubtful, .transcript = "T02", .parts = {"a"}}}) ==
        "quarantined: T05; 3 doubtful findings are masked in T01, T02");
  CHECK(in_one_line({}).empty());
}

TEST_CASE("a night is the same behind a pipe") {
  Night night = told_night();
  night.now.day = "2026-12-03";
  night.now.made["T01"] = "abcd";
  night.now.waits[{"doubtful", "T01"}] = {"2026-12-01", {"0011"}};
  const Night read = night_from_wire(to_wire(night));
  CHECK(to_wire(read) == to_wire(night));
  CHECK(summary_of(read) == summary_of(night));
  CHECK(as_json(read) == as_json(night));
  const Night failed = failed_night("s", {.fault = Fault::integrity, .file = "f", .at = {3, 4}, .what = "w"}, "2026");
  CHECK(summary_of(night_from_wire(to_wire(failed))) == summary_of(failed));
  CHECK(status_of(night_from_wire(to_wire(failed))) == 4);
  CHECK(test::status_of([] { night_from_wire(""); }) == 3);
  CHECK(test::status_of([] { night_from_wire("{}"); }) == 3);
}

TEST_CASE("of several statuses the gravest counts, and what failed before what is new") {
  CHECK(gravest_of({0, 10, 1}) == 1);
  CHECK(gravest_of({0, 10}) == same_as_before);
  CHECK(gravest_of({1, 5, 2}) == 2);
  CHECK(gravest_of({5, 1}) == 5);
  CHECK(gravest_of({2, 4, 3}) == 4);
  CHECK(gravest_of({}) == 0);
}

TEST_CASE("metrics are gauges by study, and of a run that failed its status and time alone") {
  const Night failed = failed_night("/srv/studies/b\"roken/", {.fault = Fault::input}, "2026-12-03T02:31:00Z");
  const std::string text = metrics_of({told_night(), failed}, {1, 3});
  CHECK(
      text.starts_with("# HELP moniker_run_status Exit status of the last run.\n# TYPE moniker_run_status gauge\n"
                       "moniker_run_status{study=\"my-study\"} 1\nmoniker_run_status{study=\"b\\\"roken\"} 3\n"));
  CHECK(text.find("moniker_run_timestamp_seconds{study=\"my-study\"} 1796265060\n") != std::string::npos);
  CHECK(text.find("moniker_transcripts{study=\"my-study\",state=\"quarantined\"} 1\n") != std::string::npos);
  CHECK(text.find("moniker_waiting{study=\"my-study\",new=\"yes\"} 3\n") != std::string::npos);
  CHECK(text.find("moniker_waiting{study=\"my-study\",new=\"no\"} 2\n") != std::string::npos);
  CHECK(text.find("moniker_transcripts{study=\"b\\\"roken\"") == std::string::npos);
  CHECK(text.find("moniker_run_seconds{study=\"my-study\"} 4.5\n") != std::string::npos);
}

TEST_CASE("what studies are called where many are told of stays one entry of a list") {
  CHECK(folder_names({"s/a/x", "s/b/x/", "s/y", "s/z\n\x1b[31m"}) ==
        std::vector<std::string>{"s/a/x", "s/b/x/", "y", "z\\u{000A}\\u{001B}[31m"});
}

TEST_CASE("two studies in folders of one name have metrics of their own") {
  Night one = told_night(), other = told_night();
  one.folder = "s/a/covid";
  other.folder = "s/b/covid/";
  const std::string text = metrics_of({one, other, told_night()}, {0, 1, 1});
  CHECK(text.find("moniker_run_status{study=\"s/a/covid\"} 0\nmoniker_run_status{study=\"s/b/covid/\"} 1\n"
                  "moniker_run_status{study=\"my-study\"} 1\n") != std::string::npos);
}

}  // namespace
}  // namespace moniker::study
