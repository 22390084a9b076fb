#include "shards/merge.hpp"

#include <catch2/catch.hpp>

#include "audit/segment.hpp"
#include "opened/transcripts.hpp"
#include "shards/plan.hpp"
#include "shards/shard.hpp"
#include "steps/audited_outputs.hpp"
#include "unit/study/steps/small_study.hpp"

using namespace moniker;
using namespace moniker::audit;
using namespace moniker::study;
using moniker::test::refusal_of;
using moniker::test::SmallStudy;
using moniker::test::status_of;

namespace {

std::uint64_t count(const std::filesystem::path& log, std::string_view event) {
  std::uint64_t n = 0;
  const std::string mark = "\"event\":\"" + std::string(event) + "\"";
  walk_chain(log, [&](std::string_view line, std::uint64_t) { n += line.find(mark) != line.npos; });
  return n;
}

void merge_scans_of(OpenedStudy& opened) {
  merge_scans(opened.study.layout, delivered(opened.study.layout, opened.keys.registry), opened.books,
              opened.options.clock);
}

void scan_all(const SmallStudy& small, unsigned shards) {
  plan_study(*small.open(), shards);
  for (unsigned number = 1; number <= shards; ++number) small.scan(number, shards);
}

}  // namespace

TEST_CASE("a shard touches its own files and leaves the study's lock, ledger and log alone") {
  const SmallStudy small;
  plan_study(*small.open(), 2);
  const auto whole = small.open();  // holds the study's lock, ledger and log all the while
  const auto before = read_file(small.layout.audit_log());
  small.scan(1, 2);
  small.scan(2, 2);
  CHECK(read_file(small.layout.audit_log()) == before);
  const auto plan = read_plan(small.layout);
  for (unsigned number = 1; number <= 2; ++number) {
    const auto files =
        std::count_if(plan->files.begin(), plan->files.end(), [&](const auto& f) { return f.shard == number; });
    CHECK(count(small.layout.shard(number, 2).log("scan"), "scanned") == static_cast<std::uint64_t>(files));
  }
}

TEST_CASE("what another shard is writing is not swept away") {
  const SmallStudy small;
  plan_study(*small.open(), 2);
  AtomicFile writing(small.layout.work() / "another.age");
  writing.write("half");
  small.scan(1, 2);
  small.open();
  writing.commit();
  CHECK(read_file(small.layout.work() / "another.age") == "half");
}

TEST_CASE("a shard that is missing, or was not ended, stops assign and finish, by its name") {
  const SmallStudy small;
  plan_study(*small.open(), 3);
  small.scan(1, 3);
  small.scan(3, 3);
  CHECK(refusal_of([&] {
          assign_study(*small.open());
        }).starts_with("scan of shard 2/3 has not ended / run `moniker scan STUDY --shard 2/3`"));
  CHECK(status_of([&] { assign_study(*small.open()); }) == 2);
  CHECK(refusal_of([&] { small.apply(1, 3); }).starts_with("the study was not assigned since it was planned"));
  small.scan(2, 3);
  assign_study(*small.open());
  small.apply(1, 3);
  small.apply(2, 3);
  CHECK(refusal_of([&] { finish_study(*small.open()); }).starts_with("apply of shard 3/3 has not ended / "));
  small.apply(3, 3);
  assign_study(*small.open());  // the same assignment: what was applied still stands
  finish_study(*small.open());
  CHECK_FALSE(read_plan(small.layout).has_value());
  CHECK_FALSE(std::filesystem::exists(small.layout.shards()));
  CHECK(count(small.layout.audit_log(), "scanned") == 4);
  CHECK(refusal_of([&] { small.scan(1, 3); }).starts_with("the study has no plan, or it was finished / "));
}

TEST_CASE("what was applied before the last assign is applied again first") {
  const SmallStudy small;
  scan_all(small, 2);
  assign_study(*small.open());
  small.apply(1, 2);
  std::ofstream(small.root() / "participants.csv", std::ios::app)
      << "R900,Wilhelmina Featherstonehaugh,,Carer,female,,,,44,2026-01-20,analysis,,,\n";
  for (unsigned number = 1; number <= 2; ++number) small.scan(number, 2);
  CHECK(refusal_of([&] {
          finish_study(*small.open());
        }).starts_with("the study was not assigned since it was scanned / "));
  assign_study(*small.open());
  small.apply(2, 2);
  CHECK(refusal_of([&] {
          finish_study(*small.open());
        }).starts_with("shard 1/2 was applied before the study was assigned last / "));
  small.apply(1, 2);
  CHECK(refusal_of([&] { finish_study(*small.open()); }) == "no error");
}

TEST_CASE("assign's marker that is none stops finish as one that is missing") {
  const SmallStudy small;
  scan_all(small, 2);
  const auto opened = small.open();
  publish(small.layout.assigned_marker(), GENERATE(R"({"scans":5})", R"([])", R"({"scans")"));
  const Problem problem = test::problem_of([&] {
    merge_applies(small.layout, delivered(small.layout, opened->keys.registry), opened->books, opened->options.clock);
  });
  CHECK(problem.what == "the study was not assigned since it was scanned");
}

TEST_CASE("a running shard stops the merge") {
  const SmallStudy small;
  scan_all(small, 2);
  const Lock running(small.layout.shard(2, 2).lock());
  CHECK(refusal_of([&] {
          assign_study(*small.open());
        }).starts_with("shard 2/2: another run is working on this study / "));
}

TEST_CASE("a shard's log that was edited or cut is an integrity failure") {
  const SmallStudy small;
  scan_all(small, 2);
  const auto log = small.layout.shard(1, 2).log("scan");
  const std::string good = read_file(log);
  std::string edited = good;
  edited[edited.find("scanned")] = 'S';
  publish(log, edited);
  CHECK(status_of([&] { assign_study(*small.open()); }) == 4);
  publish(log, good.substr(0, good.find('\n') + 1));
  CHECK(status_of([&] { assign_study(*small.open()); }) == 4);
  publish(log, "");
  CHECK(status_of([&] { assign_study(*small.open()); }) == 4);
  publish(log, good);
  CHECK(status_of([&] { assign_study(*small.open()); }) == 0);
}

TEST_CASE("a merge killed between the log and the ledger is run again") {
  const SmallStudy small;
  scan_all(small, 2);
  const std::string planned = read_file(small.layout.audit_log());
  merge_scans_of(*small.open());
  const std::string merged = read_file(small.layout.audit_log());
  CHECK(count(small.layout.audit_log(), "scanned") == 4);
  for (const std::size_t size : {planned.size(), merged.find('\n', planned.size()) + 1, merged.size()}) {
    publish(small.layout.audit_log(), merged.substr(0, size));
    for (const char* file : {"ledger.sqlite", "ledger.sqlite-wal"}) std::filesystem::remove(small.layout.work() / file);
    const auto study = small.open();
    merge_scans_of(*study);
    CHECK(read_file(small.layout.audit_log()) == merged);
    CHECK(study->books.ledger.all("scan").size() == 4);
  }
}

TEST_CASE("what came after the plan stops assign, and a new plan keeps what was done") {
  const SmallStudy small;
  scan_all(small, 2);
  small.deliver("interview-05.srt");
  CHECK(refusal_of([&] {
          assign_study(*small.open());
        }).starts_with("a file was delivered after the study was planned / run `moniker plan STUDY --shards 2`"));
  plan_study(*small.open(), 3);
  CHECK(count(small.layout.audit_log(), "scanned") == 4);
  CHECK(refusal_of([&] { small.scan(1, 2); }).starts_with("the plan has 3 shards, not 2 / "));
  std::size_t scanned = 0;
  for (unsigned number = 1; number <= 3; ++number)
    scanned += scan_study(*small.open(ShardChoice{"scan", number, 3})).scanned;
  CHECK(scanned == 1);
  CHECK(refusal_of([&] { assign_study(*small.open()); }) == "no error");
}

TEST_CASE("one machine takes over what shards did and goes on alone") {
  const SmallStudy small;
  scan_all(small, 2);
  assign_study(*small.open());
  small.apply(2, 2);
  CHECK(check_outputs(small.layout).empty());  // though the study's log does not know them yet
  run_study(*small.open());
  CHECK(check_outputs(small.layout).empty());
  CHECK_FALSE(read_plan(small.layout).has_value());
  CHECK(count(small.layout.audit_log(), "scanned") == 4);
  CHECK(count(small.layout.audit_log(), "finished") == 1);
}
