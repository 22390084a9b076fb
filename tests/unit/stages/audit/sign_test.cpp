#include <catch2/catch.hpp>

#include "audit/show.hpp"
#include "moniker/error.hpp"
#include "sample_log.hpp"
#include "support/refusal.hpp"

namespace moniker {

using namespace moniker::audit;
using namespace moniker::seal;
namespace {

using test::problem_of;

void append_and_sign(SampleLog& log) {
  AuditLog audit(log.file, stopped_clock());
  audit.append(events::Finished{});
  sign_head(audit, log.file, log.key);
}

}  // namespace

TEST_CASE("the signature is minisign's over the whole file, and says what it covers") {
  SampleLog log;
  log.fill(4);
  const std::string comment = verify_signature(log.text(), read_file(log.signature), read_file(log.public_key));
  CHECK(comment == "moniker audit log, 4 records, head " + hex(digest_of(log.lines().back())));
  CHECK(parse_head_comment(comment)->records == 4);
}

TEST_CASE("minisign verifies a signed log") {
  SampleLog log;
  log.fill(30);
  const std::string command = "minisign -Vq -p '" + log.public_key.string() + "' -m '" + log.file.string() + "'";
  INFO("minisign must be installed: scripts/setup installs it");
  REQUIRE(std::system(("command -v minisign >/dev/null")) == 0);
  CHECK(std::system(command.c_str()) == 0);
  log.set_text(log.text() + "\n");
  CHECK(std::system((command + " 2>/dev/null").c_str()) != 0);
}

TEST_CASE("only the one spelling of a comment is one") {
  const std::string digest(64, 'a');
  const auto [comment, good] =
      GENERATE_COPY(table<std::string, bool>({{"moniker audit log, 4 records, head " + digest, true},
                                              {"moniker audit log, 04 records, head " + digest, false},
                                              {"moniker audit log, 4 records, head " + digest + " ", false},
                                              {"moniker audit log, 4 records, head " + std::string(63, 'a'), false},
                                              {"moniker audit log, -4 records, head " + digest, false},
                                              {"timestamp:1795400080\tfile:audit.jsonl", false},
                                              {"", false}}));
  CAPTURE(comment);
  CHECK(parse_head_comment(comment).has_value() == good);
}

TEST_CASE("records that came after the signature are told, and the next signature covers them") {
  SampleLog log;
  log.fill(5);
  {
    AuditLog audit(log.file, stopped_clock());
    audit.append(events::Finished{});
    AuditReport report = log.verify();
    CHECK(report.records == 6);
    CHECK(report.signed_records == 5);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].line == 6);
    CHECK(report.faults[0].what == "1 record is not yet signed");
    CHECK(report.faults[0].remedy == "let `moniker run` finish: it signs the log at its end");
    audit.append(events::Finished{});
    CHECK(log.verify().faults.at(0).what == "2 records are not yet signed");
  }
  append_and_sign(log);
  CHECK(log.verify().faults.empty());
  CHECK(log.verify().signed_records == 8);
}

TEST_CASE("a change to the unsigned end is told too, but for the last record, which nothing vouches for") {
  SampleLog log;
  log.fill(3);
  log.fill(6, 2, false);
  auto lines = log.lines();
  lines[4].replace(lines[4].find("02:14"), 5, "03:14");
  log.set_lines(lines);
  const AuditReport report = log.verify();
  CHECK(report.signed_records == 3);
  REQUIRE(report.faults.size() == 1);
  CHECK(report.faults[0].line == 6);
  CHECK(report.faults[0].what == "record 5 or 6 was edited");
}

TEST_CASE("an interrupted write is told as such") {
  SampleLog log;
  log.fill(3);
  log.set_text(log.text() + "{\"n\":4,");
  const AuditReport report = log.verify();
  REQUIRE(report.faults.size() == 1);
  CHECK(report.faults[0].line == 4);
  CHECK(report.faults[0].what == "the last line is torn: power was lost while it was written, or the end was cut off");
  append_and_sign(log);
  CHECK(log.verify().faults.empty());
}

TEST_CASE("a missing or foreign signature, key or log is a fault") {
  SampleLog log, other;
  log.fill(3);
  other.fill(3, 9);
  SECTION("no signature") {
    std::filesystem::remove(log.signature);
    const AuditReport report = log.verify();
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].line == 0);
    CHECK(report.faults[0].what == "the log's signature: cannot open the file: No such file or directory");
    CHECK(report.records == 3);
    CHECK(report.signed_records == 0);
  }
  SECTION("no public key") {
    std::filesystem::remove(log.public_key);
    CHECK(log.verify().faults.at(0).what == "the public key: cannot open the file: No such file or directory");
  }
  SECTION("no log") {
    std::filesystem::remove(log.file);
    CHECK(log.verify().faults.at(0).what == "the log: cannot open the file: No such file or directory");
  }
  SECTION("somebody else's key") {
    publish(log.public_key, other.key.public_text());
    const AuditReport report = log.verify();
    CHECK_THAT(report.faults.at(0).what, Catch::StartsWith("the log's signature: was signed with key "));
    CHECK(report.signed_records == 0);
  }
  SECTION("another log's signature") {
    publish(log.public_key, other.key.public_text());
    publish(log.signature, read_file(other.signature));
    CHECK(log.verify().faults.at(0).what == "record 3 was edited");
  }
  SECTION("a good signature of something else") {
    publish(log.signature, log.key.sign(log.text(), "a letter"));
    CHECK(log.verify().faults.at(0).what == "the log's signature: is of something other than an audit log");
  }
  SECTION("a comment that promises more than was signed") {
    publish(log.signature, log.key.sign("", head_comment({3, digest_of(log.lines().back())})));
    CHECK(log.verify().faults.at(0).what == "the log is not the one that was signed");
  }
}

TEST_CASE("every edited byte of a signature is found") {
  SampleLog log;
  log.fill(3);
  const std::string good = read_file(log.signature);
  const std::size_t comment_end = good.find('\n');  // the first line is called untrusted for a reason
  for (std::size_t at = comment_end; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    publish(log.signature, bad);
    CAPTURE(at);
    CHECK_FALSE(log.verify().faults.empty());
    CHECK(log.verify().signed_records == 0);
  }
}

TEST_CASE("a log that was changed is not signed again") {
  SampleLog log;
  log.fill(5);
  auto lines = log.lines();
  SECTION("a broken chain") {
    lines[2].replace(lines[2].find("02:14"), 5, "03:14");
    log.set_lines(lines);
    const Problem problem = problem_of([&] { append_and_sign(log); });
    CHECK(problem.fault == Fault::integrity);
    CHECK(problem.at.line == 4);
    CHECK(problem.what == "the audit log is broken and is not signed");
    CHECK(problem.remedy ==
          "see what happened with `moniker audit verify`; restore the log from a copy before it is signed");
  }
  SECTION("a chain written anew") {
    SampleLog other;
    other.fill(6, 9);
    log.set_text(other.text());
    CHECK(problem_of([&] { append_and_sign(log); }).what == "the audit log was altered since it was signed last");
  }
  SECTION("a shorter one") {
    lines.resize(2);
    log.set_lines(lines);
    CHECK(problem_of([&] { append_and_sign(log); }).what == "the audit log is shorter than when it was signed last");
  }
  SECTION("another key's signature") {
    publish(log.signature, SigningKey::generate().sign(log.text(), "x"));
    const Problem problem = problem_of([&] { append_and_sign(log); });
    CHECK_THAT(problem.what, Catch::StartsWith("was signed with key "));
    CHECK(
        problem.remedy ==
        "put the log's own key back, and change it with `moniker rekey signing`; where it is lost, check the log, and "
        "move the signature and audit/checkpoint away: then the log is signed anew");
  }
  SECTION("changed under our hands") {
    AuditLog audit(log.file, stopped_clock());
    SampleLog other;
    other.fill(7, 9);
    std::filesystem::remove(log.signature);
    log.set_text(other.text());
    CHECK(problem_of([&] { sign_head(audit, log.file, log.key); }).what ==
          "the audit log on the disk is not the one that was written");
  }
}

TEST_CASE("records are shown as lines for people") {
  const auto [record, line] = GENERATE(table<std::string, std::string>(
      {{R"({"n":7,"time":"2026-11-23T02:14:40Z","event":"published","transcript":"ID04","turns":12,"again":true,"prev":"00"})",
        "      7  2026-11-23 02:14:40  published     transcript=ID04  turns=12  again=true"},
       {R"({"n":8,"time":"2026-11-23T02:14:40Z","event":"replaced","transcript":"ID04","kinds":["PERSON/r","PLACE/r"],)"
        R"("rows":[[1,2,0,"b","00"],[0,9,1,"b","00",0.95],[1,2,0,"b","00"]],"prev":"00"})",
        "      8  2026-11-23 02:14:40  replaced      transcript=ID04  3 replacements (PERSON 2, PLACE 1)"},
       {R"({"n":9,"time":"t","event":"a b\u001b[2J\u00e9","why":"","prev":"00"})",
        "      9  t  \"a b\\u001b[2J\\u00e9\"  why=\"\""},
       {"{\"n\":", "      ?  not a record"},
       {"", "      ?  not a record"},
       {"[1]", "      ?  not a record"},
       {R"({"n":8,"time":"t","event":"replaced","kinds":["PERSON/r"],"rows":[1]})", "      ?  not a record"}}));
  CHECK(show_record(record) == line);
}

TEST_CASE("a log is shown record by record") {
  SampleLog log;
  log.fill(12, 1, false);
  std::vector<std::string> shown;
  show_audit(log.file, [&](const std::string& line) { shown.push_back(line); });
  REQUIRE(shown.size() == 12);
  CHECK_THAT(shown.back(), Catch::StartsWith("     12  2026-11-23 02:14:40  "));
}

}  // namespace moniker
