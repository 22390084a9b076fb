#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "audit/record.hpp"
#include "moniker/error.hpp"
#include "sample_log.hpp"
#include "support/refusal.hpp"

namespace moniker {

using namespace moniker::audit;
namespace {

using test::problem_of;

void add_rows(AuditLog& log, std::size_t count) {
  ReplacementRows rows("ID04", [&](std::string_view body) { log.add(events::Replaced{body}); });
  for (std::size_t i = 0; i < count; ++i) rows.add({.turn = i, .label = "PERSON", .rule = "r", .by = "b"});
  rows.finish();
}

/// No file may grow past `bytes` while this lives.
class FullDisk {
 public:
  explicit FullDisk(std::size_t bytes) {
    handler_ = ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  sighandler_t handler_ = nullptr;
};

}  // namespace

TEST_CASE("records look like this, to the letter") {
  SampleLog log;
  {
    AuditLog audit(log.file, stopped_clock());
    CHECK(audit.records() == 0);
    CHECK(audit.head() == digest_of(""));
    audit.append(events::Relinked{.id = "ID04", .found = false, .by = "a \"b\"\n", .reason = "asked"});
    ReplacementRows rows("ID04", [&](std::string_view body) { audit.add(events::Replaced{body}); });
    rows.add({.turn = 12,
              .begin = 3,
              .label = "PERSON",
              .rule = "register.name",
              .by = "[PERSON_3]",
              .score = 0.95F,
              .was = digest_of("x")});
    rows.add(
        {.turn = 15, .begin = 40, .label = "DATE", .rule = "date", .by = "1967", .score = 1, .was = digest_of("x")});
    rows.add({.turn = 15,
              .begin = 70,
              .label = "PERSON",
              .rule = "register.name",
              .by = "[PERSON_3]",
              .score = 0.5F,
              .was = digest_of("x")});
    rows.finish();
    audit.sync();
    CHECK(audit.records() == 2);
  }
  const auto lines = log.lines();
  REQUIRE(lines.size() == 2);
  CHECK(
      lines[0] ==
      R"({"n":1,"time":"2026-11-23T02:14:40Z","event":"relinked","id":"ID04","found":false,)"
      R"("by":"a \"b\"\n","reason":"asked","prev":"0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"})");
  CHECK(lines[1] ==
        R"({"n":2,"time":"2026-11-23T02:14:40Z","event":"replaced","transcript":"ID04",)"
        R"("kinds":["PERSON/register.name","DATE/date"],)"
        R"("rows":[[12,3,0,"[PERSON_3]","d161d71145abeec5ef15abcf",0.95],[3,40,1,"1967","d161d71145abeec5ef15abcf"],)"
        R"([0,70,0,"[PERSON_3]","d161d71145abeec5ef15abcf",0.5]],"prev":")" +
            hex(digest_of(lines[0])) + "\"}");
  for (const std::string& line : lines) CHECK(nlohmann::json::accept(line));
}

TEST_CASE("many replacements are spread over records of two hundred") {
  SampleLog log;
  AuditLog audit(log.file, stopped_clock());
  add_rows(audit, 0);
  CHECK(audit.records() == 0);
  add_rows(audit, 401);
  CHECK(audit.records() == 3);
  audit.sync();
  std::vector<std::size_t> sizes;
  for (const std::string& line : log.lines()) sizes.push_back(nlohmann::json::parse(line).at("rows").size());
  CHECK(sizes == std::vector<std::size_t>{200, 200, 1});
}

TEST_CASE("the log is private, and goes on where it ended") {
  SampleLog log;
  log.fill(5, 1, false);
  struct stat status {};
  REQUIRE(::stat(log.file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const auto before = log.lines();
  {
    AuditLog audit(log.file, stopped_clock());
    CHECK(audit.records() == 5);
    CHECK(audit.head() == digest_of(before.back()));
    audit.append(events::Finished{});
    sign_head(audit, log.file, log.key);
  }
  CHECK(log.lines().size() == 6);
  CHECK(log.verify().faults.empty());
}

TEST_CASE("a torn last line is cut, and the cut is recorded") {
  const auto [whole, torn] = GENERATE(table<std::uint64_t, std::string>(
      {{3, "{\"n\":4,\"ti"}, {3, "x"}, {1, std::string(200'000, 'y')}, {0, "{\"n\":1"}, {2, std::string(10, '\0')}}));
  SampleLog log;
  log.fill(whole, 1, false);
  log.set_text(log.text() + torn);
  { AuditLog audit(log.file, stopped_clock()); }
  const auto lines = log.lines();
  REQUIRE(lines.size() == whole + 1);
  const auto last = nlohmann::json::parse(lines.back());
  CHECK(last.at("event") == "recovered");
  CHECK(last.at("cut_bytes") == torn.size());
  CHECK(last.at("n") == whole + 1);
  AuditLog audit(log.file, stopped_clock());
  sign_head(audit, log.file, log.key);
  CHECK(log.verify().faults.empty());
}

TEST_CASE("a last line far from the end of a buffer is found") {
  SampleLog log;
  {
    AuditLog audit(log.file, stopped_clock());
    audit.append(events::Finished{});
    audit.append(events::Finished{.version = std::string(150'000, 'b')});
  }
  AuditLog audit(log.file, stopped_clock());
  CHECK(audit.records() == 2);
  CHECK(audit.head() == digest_of(log.lines().back()));
}

TEST_CASE("a log that does not end in a record is not written to") {
  SampleLog log;
  log.set_text("{\"n\":1}\n");
  const Problem problem = problem_of([&] { AuditLog audit(log.file, stopped_clock()); });
  CHECK(problem.fault == Fault::integrity);
  CHECK(problem.file == log.file.string());
  CHECK(problem.what == "the audit log does not end in a record");
  CHECK(problem.remedy == "see what happened to it with `moniker audit verify`, and restore it from a copy");
  CHECK(log.text() == "{\"n\":1}\n");
}

TEST_CASE("a second writer is refused while the first lives") {
  SampleLog log;
  {
    AuditLog first(log.file, stopped_clock());
    const Problem problem = problem_of([&] { AuditLog second(log.file, stopped_clock()); });
    CHECK(problem.fault == Fault::usage);
    CHECK(problem.what == "the audit log is in use by another run");
  }
  CHECK_NOTHROW(AuditLog(log.file, stopped_clock()));
}

TEST_CASE("a link in the log's place is not followed") {
  SampleLog log;
  std::filesystem::create_symlink(log.folder.path() / "elsewhere", log.file);
  const Problem problem = problem_of([&] { AuditLog audit(log.file, stopped_clock()); });
  CHECK(problem.fault == Fault::input);
  CHECK_FALSE(std::filesystem::exists(log.folder.path() / "elsewhere"));
}

TEST_CASE("what cannot be recorded stops everything after it, and leaves no half record") {
  SampleLog log;
  log.fill(2, 1, false);
  const std::string before = log.text();
  AuditLog audit(log.file, stopped_clock());
  {
    const FullDisk full(before.size() + GENERATE(0U, 10U));  // takes nothing, or part of a record
    const Problem problem = problem_of([&] { audit.append(events::Finished{}); });
    CHECK(problem.fault == Fault::input);
    CHECK_THAT(problem.what, Catch::StartsWith("cannot write the audit log: "));
    CHECK(problem.remedy ==
          "check the folder's permissions and the free space; nothing happens that cannot be recorded");
  }
  CHECK(log.text() == before);
  CHECK(audit.records() == 2);
  CHECK(problem_of([&] { audit.append(events::Finished{}); }).what == "cannot write the audit log: Input/output error");
  CHECK(problem_of([&] { add_rows(audit, 1); }).fault == Fault::input);
  CHECK(problem_of([&] { audit.sync(); }).fault == Fault::input);
}

TEST_CASE("records that wait for a sync are written together, and fail together") {
  SampleLog log;
  log.fill(2, 1, false);
  const std::string before = log.text();
  AuditLog audit(log.file, stopped_clock());
  audit.add(events::Finished{.version = "a"});
  audit.add(events::Finished{.version = "b"});
  CHECK(log.text() == before);
  CHECK(audit.records() == 4);
  SECTION("written") {
    audit.append(events::Finished{});
    CHECK(log.lines().size() == 5);
    sign_head(audit, log.file, log.key);
    CHECK(log.verify().faults.empty());
  }
  SECTION("no room for all of them") {
    const FullDisk full(before.size() + 200);
    CHECK(problem_of([&] { audit.sync(); }).fault == Fault::input);
    CHECK(log.text() == before);
    CHECK(audit.records() == 2);
    CHECK(audit.head() == digest_of(log.lines().back()));
  }
}

TEST_CASE("what is no digest is not logged as one, nor bytes that are not UTF-8") {
  SampleLog log;
  AuditLog audit(log.file, stopped_clock());
  for (const char* digest : {"", "x", "AB", "0 "}) {
    CHECK_THROWS_AS(audit.append(events::Sealed{.output = "a", .digest = digest}), std::logic_error);
  }
  CHECK(problem_of([&] { audit.append(events::Finished{.version = "\xff"}); }).what ==
        "a value for the audit log is not UTF-8");
  CHECK(audit.records() == 0);
  CHECK(log.text().empty());
}

TEST_CASE("threads may write at once") {
  SampleLog log;
  AuditLog audit(log.file, stopped_clock());
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i) {
        add_rows(audit, 2);
        audit.append(events::Finished{.transcripts = static_cast<std::uint64_t>(i)});
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(audit.records() == 200);
  sign_head(audit, log.file, log.key);
  CHECK(log.verify().faults.empty());
}

TEST_CASE("the frame of a record is exact") {
  const std::string zeros(64, '0');
  const auto [line, good] = GENERATE_COPY(table<std::string, bool>(
      {{"{\"n\":1,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"}", true},
       {"{\"n\":18446744073709551615,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"}", true},
       {"{\"n\":18446744073709551616,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"}", false},
       {"{\"n\":01,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"}", false},
       {"{\"n\":-1,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"}", false},
       {"{\"n\":,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"}", false},
       {"{\"n\":1,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "\"} ", false},
       {"{\"n\":1,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + std::string(64, 'A') + "\"}", false},
       {"{\"n\":1,\"time\":\"t\",\"event\":\"e\",\"prev\":\"" + zeros + "0\"}", false},
       {"{\"n\":1,\"time\":\"t\",\"prev\":\"" + zeros + "\"},\"prev\":\"" + zeros + "\"}", false},
       {"{\"n\":", false},
       {"", false},
       {"\"}", false},
       {",\"prev\":\"" + zeros + "\"}", false}}));
  CAPTURE(line);
  CHECK(parse_link(line).has_value() == good);
}

}  // namespace moniker
