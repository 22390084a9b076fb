#include "dossier/log_account.hpp"

#include <catch2/catch.hpp>

#include "audit/audit_log.hpp"
#include "audit/replacement_rows.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker::study {
namespace {

using namespace audit::events;

/// A log written as apply writes it.
class WrittenLog {
 public:
  void replaced(std::string_view transcript,
                std::initializer_list<std::pair<std::string_view, std::string_view>> kinds) {
    audit::ReplacementRows rows(transcript, [&](std::string_view body) { log.add(Replaced{body}); });
    for (const auto& [label, rule] : kinds) rows.add({.label = label, .rule = rule, .by = "[X]", .score = 1});
    rows.finish();
  }
  void published(const std::string& transcript, const std::string& output) {
    log.add(Published{.transcript = transcript,
                      .file = "aa",
                      .input = "bb",
                      .output = output,
                      .digest = "cc",
                      .rules = "dd",
                      .version = "1"});
  }
  LogAccount read() {
    log.sync();
    return read_log_account(file);
  }

  test::TemporaryFolder folder{};
  std::filesystem::path file = folder.path() / "audit.jsonl";
  audit::AuditLog log{file, [] { return std::chrono::system_clock::time_point(std::chrono::hours(24 * 365)); }};
};

TEST_CASE("a log's account: what was replaced when a transcript was written last") {
  WrittenLog log;
  log.replaced("T01", {{"PERSON", "register"}, {"PERSON", "register"}, {"DATE", "numeric"}});
  log.replaced("T02", {{"PERSON", "called"}});
  for (const char* output : {"T01.txt.age", "T01.docx.age"}) log.published("T01", output);
  log.published("T02", "T02.txt.age");
  log.replaced("T01", {{"PERSON", "register"}});
  for (const char* output : {"T01.txt.age", "T01.docx.age"}) log.published("T01", output);
  const LogAccount account = log.read();
  using Kinds = std::map<std::pair<std::string, std::string>, std::uint64_t>;
  CHECK(account.replaced.at("T01") == Kinds{{{"PERSON", "register"}, 1}});
  CHECK(account.replaced.at("T02") == Kinds{{{"PERSON", "called"}, 1}});
  CHECK(account.outputs.size() == 3);
  CHECK(account.outputs.at("out/T01.txt.age").transcript == "T01");
  CHECK(account.head.size() == 64);
}

TEST_CASE("a log's account: a transcript that is written again with nothing to replace has nothing replaced") {
  WrittenLog log;
  log.replaced("T01", {{"PERSON", "register"}});
  log.published("T01", "T01.txt.age");
  log.published("T01", "T01.txt.age");
  CHECK(log.read().replaced.count("T01") == 0);
}

TEST_CASE("a log's account: rows of replacements that are none are told with their line") {
  WrittenLog log;
  log.published("T01", "T01.txt.age");
  const std::string_view rows = GENERATE(R"("transcript":"T01")", R"("transcript":"T01","kinds":[],"rows":[[0,1,7]])",
                                         R"("transcript":4,"kinds":[],"rows":[])", R"(])");
  log.log.add(Replaced{rows});
  const Problem problem = test::problem_of([&] { log.read(); });
  CHECK(problem.fault == Fault::integrity);
  CHECK(problem.at.line == 2);
}

TEST_CASE("a log's account: what is gone is gone, and who did what is told in order") {
  WrittenLog log;
  log.published("T01", "T01.txt.age");
  log.log.add(Sealed{.output = "linkage.csv.age", .digest = "ee"});
  log.log.add(Relinked{.id = "ID04", .found = true, .by = "ana", .reason = "a correction"});
  log.log.add(Exported{.package = "nvivo", .transcripts = 1, .files = 3, .sealed = false});
  log.log.add(Withdrawn{.transcript = "T01", .file = "aa", .output = "T01.txt.age"});
  const LogAccount account = log.read();
  REQUIRE(account.outputs.size() == 1);
  CHECK(account.outputs.begin()->first == "linkage/linkage.csv.age");
  REQUIRE(account.acts.size() == 2);
  CHECK(account.acts[0].day == "1971-01-01");
  CHECK(account.acts[0].about == "ID04");
  CHECK(account.acts[0].why == "a correction");
  CHECK(account.acts[1].about == "nvivo: 1 transcripts, not sealed");
}

}  // namespace
}  // namespace moniker::study
