#include "steps/step_pages.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace moniker;
using namespace moniker::study;

TEST_CASE("a step's counts are named as in JSON") {
  CHECK(as_text(ScanResult{3, 2}, no_style) == "3 transcripts, 2 scanned\n");
  CHECK(as_json(ScanResult{3, 2}).dump() == R"({"transcripts":3,"scanned":2})");
  CHECK(as_text(ApplyResult{.published = 1, .unchanged = 2, .quarantined = 3}, no_style) ==
        "1 published, 2 unchanged, 3 quarantined\n");
  const AssignResult assigned{.transcripts = 1, .quarantined = 2, .entities = 3, .learned = 4};
  CHECK(as_text(assigned, no_style) ==
        "1 transcripts, 3 entities, 4 learned, 0 surrogates, 0 surrogates_shared, 2 quarantined\n");
}

TEST_CASE("a run ends with its table and where things are") {
  const RunPage page{{.study = "Example", .audit_records = 12}};
  CHECK(as_text(page, no_style).ends_with("audit log of 12 records in audit/, report in reports/run.md\n"));
  CHECK(as_json(page)["study"] == "Example");
  CHECK(as_json(page)["audit_records"] == 12);
}
