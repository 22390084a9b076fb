#include "audit/verify_page.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "audit/show.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

TEST_CASE("a good log is told in a sentence, and its faults as errors in their places") {
  const audit::AuditReport good{.records = 4, .signed_records = 4};
  CHECK(as_text(good, no_style) ==
        "good: 4 records, unbroken, signed; every sealed file is the one that the log names\n");
  CHECK(as_json(good).dump() == R"({"records":4,"signed":4,"faults":[]})");
  CHECK(audit::problems_of(good, "log").empty());

  const audit::AuditReport bad{.records = 4, .signed_records = 0, .faults = {{3, "was edited", "ask who"}}};
  CHECK(as_text(bad, no_style).empty());
  CHECK(as_json(bad).dump() ==
        R"({"records":4,"signed":0,"faults":[{"line":3,"what":"was edited","remedy":"ask who"}]})");
  const auto problems = audit::problems_of(bad, "audit/audit.jsonl");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].fault == Fault::integrity);
  CHECK(problems[0].file == "audit/audit.jsonl");
  CHECK(problems[0].at == Position{3, 0});
  CHECK(problems[0].what == "was edited");
}

TEST_CASE("records for machines are those of the log, what is none is null") {
  const test::TemporaryFolder folder;
  const auto log = folder.path() / "log";
  std::ofstream(log) << "{\"n\":1,\"event\":\"x\"}\n\"words\"\nno record\n";
  std::vector<std::string> records;
  audit::read_records(log, [&](const nlohmann::ordered_json& record) { records.push_back(record.dump()); });
  CHECK(records == std::vector<std::string>{R"({"n":1,"event":"x"})", "null", "null"});
}
