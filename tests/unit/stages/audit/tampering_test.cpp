// Every way to change a signed log is found, and named as what it is where that can be told.
#include <algorithm>
#include <catch2/catch.hpp>

#include "audit/checkpoint.hpp"
#include "sample_log.hpp"

namespace moniker {

using namespace moniker::audit;
namespace {

/// Of a log whose signed part was changed, or one that only had something put after it.
AuditFault first_fault(const SampleLog& log, std::uint64_t still_signed = 0) {
  const AuditReport report = log.verify();
  REQUIRE_FALSE(report.faults.empty());
  CHECK(report.signed_records == still_signed);
  CHECK_FALSE(report.faults.front().remedy.empty());
  return report.faults.front();
}

}  // namespace

TEST_CASE("a log as it was written and signed has no fault") {
  for (const std::uint64_t records : {0U, 1U, 2U, 40U}) {
    SampleLog log;
    log.fill(records);
    const AuditReport report = log.verify();
    CAPTURE(records);
    CHECK(report.faults.empty());
    CHECK(report.records == records);
    CHECK(report.signed_records == records);
  }
}

TEST_CASE("every single edited byte is found, on its line") {
  const unsigned seed = GENERATE(1U, 2U);
  SampleLog log;
  log.fill(7, seed);
  const std::string good = log.text();
  std::mt19937 random(seed);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    do bad[at] = static_cast<char>(random());
    while (bad[at] == good[at]);
    const auto line =
        static_cast<std::uint64_t>(1 + std::count(good.begin(), good.begin() + static_cast<long>(at), '\n'));
    log.set_text(bad);
    const AuditFault fault = first_fault(log);
    CAPTURE(at, line, fault.what);
    REQUIRE(fault.line == line);
    const bool named = fault.what == "record " + std::to_string(line) + " was edited" ||
                       fault.what == "record " + std::to_string(line) + " was edited: its number was changed" ||
                       fault.what == "is not a record: it was damaged or put in" ||
                       fault.what.starts_with("the last line is torn: ");
    REQUIRE(named);
  }
}

TEST_CASE("every removed, copied, exchanged or cut-off line is found") {
  SampleLog log;
  log.fill(9);
  const std::vector<std::string> good = log.lines();
  const auto n = good.size();
  for (std::size_t i = 0; i < n; ++i) {
    CAPTURE(i);
    auto bad = good;
    bad.erase(bad.begin() + static_cast<long>(i));
    log.set_lines(bad);
    AuditFault fault = first_fault(log);
    if (i + 1 < n) {
      CHECK(fault.what == "record " + std::to_string(i + 1) + " was removed before this line");
      CHECK(fault.line == i + 1);
    } else {
      CHECK(fault.what == "the end of the log was cut off: 9 records were signed, and the last here is 8");
    }

    for (std::size_t to = 0; to <= n; ++to) {  // a copy of line i anywhere
      bad = good;
      bad.insert(bad.begin() + static_cast<long>(to), good[i]);
      log.set_lines(bad);
      fault = first_fault(log, to == n || (to == i && i == n - 1) ? n : 0);
      CAPTURE(to, fault.what);
      if (to > i) {
        CHECK(fault.what == "record " + std::to_string(i + 1) + " is a copy of one further up");
        CHECK(fault.line == to + 1);
      } else {
        CHECK(fault.line == (i == to ? to + 2 : to + 1));
      }
    }

    for (std::size_t j = i + 1; j < n; ++j) {
      bad = good;
      std::swap(bad[i], bad[j]);
      log.set_lines(bad);
      fault = first_fault(log);
      CAPTURE(j, fault.what);
      CHECK(fault.line == i + 1);
      CHECK(fault.what == "record " + std::to_string(j + 1) + " was moved: it follows line " +
                              std::to_string(j == i + 1 ? j + 1 : j));
    }

    bad = good;
    bad.resize(i);
    log.set_lines(bad);
    CHECK(first_fault(log).what ==
          "the end of the log was cut off: 9 records were signed, and the last here is " + std::to_string(i));
  }
}

TEST_CASE("every cut within the bytes is found") {
  SampleLog log;
  log.fill(4);
  const std::string good = log.text();
  for (std::size_t size = 0; size < good.size(); ++size) {
    log.set_text(std::string_view(good).substr(0, size));
    CAPTURE(size);
    CHECK_FALSE(log.verify().faults.empty());
    CHECK(log.verify().signed_records == 0);
  }
}

TEST_CASE("a block of removed records is named as a block") {
  SampleLog log;
  log.fill(12);
  auto lines = log.lines();
  lines.erase(lines.begin() + 3, lines.begin() + 8);
  log.set_lines(lines);
  CHECK(first_fault(log).what == "records 4 to 8 were removed before this line");
  CHECK(first_fault(log).line == 4);
}

TEST_CASE("a forged record that fits the one above is named as put in") {
  SampleLog log;
  log.fill(5);
  auto lines = log.lines();
  const std::string previous = hex(digest_of(lines[1]));
  lines.insert(lines.begin() + 2,
               R"({"n":3,"time":"2026-11-23T02:14:40Z","event":"withdrawn","prev":")" + previous + "\"}");
  log.set_lines(lines);
  const AuditFault fault = first_fault(log);
  CHECK(fault.line == 3);
  CHECK(fault.what == "a record was put in: record 3 follows the line above it");
}

TEST_CASE("a whole chain written anew is not the one that was signed") {
  SampleLog log, other;
  log.fill(5, 1);
  other.fill(5, 2);
  log.set_text(other.text());
  CHECK(first_fault(log).what == "record 5 was edited");
  other.set_text("");
  std::filesystem::remove(other.signature);
  std::filesystem::remove(checkpoint_of(other.file));  // else the old head tells at once that this is another log
  other.fill(6, 3);
  log.set_text(other.text());
  CHECK_FALSE(log.verify().faults.empty());
  CHECK(log.verify().signed_records == 0);
}

TEST_CASE("several changes are each told") {
  SampleLog log;
  log.fill(12);
  auto lines = log.lines();
  lines[2].replace(lines[2].find("time"), 4, "tame");
  lines.erase(lines.begin() + 7);
  log.set_lines(lines);
  const AuditReport report = log.verify();
  REQUIRE(report.faults.size() == 2);
  CHECK(report.faults[0].line == 3);
  CHECK(report.faults[0].what == "is not a record: it was damaged or put in");
  CHECK(report.faults[1].line == 8);
  CHECK(report.faults[1].what == "record 8 was removed before this line");
}

}  // namespace moniker
