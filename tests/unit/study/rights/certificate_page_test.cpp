#include "rights/certificate_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "moniker/version.hpp"

using namespace moniker;

namespace {

const study::Certificate certificate{.name = "ID04-2026-11-23",
                                     .title = "Withdrawal of ID04",
                                     .facts = {{"participant", "ID04"}},
                                     .removed = {{"out/T05.txt.age", "aa", "", "1 year"}},
                                     .replaced = {{"out/T01.txt.age", "bb", "cc", ""}},
                                     .remarks = {"copies elsewhere are not ours"}};

}  // namespace

TEST_CASE("a certificate to read lists each file with its sums") {
  CHECK(as_markdown(certificate, "Example") ==
        "# Withdrawal of ID04\n\nStudy: Example. Made by moniker " + std::string(version) + R"(.

| | |
|---|---|
| participant | ID04 |

## Removed

- `out/T05.txt.age`: 1 year
  SHA-256 aa

## Replaced

- `out/T01.txt.age`
  SHA-256 bb
  now     cc

## Remarks

- copies elsewhere are not ours
)");
}

TEST_CASE("a certificate for machines has its facts as members") {
  const auto json = as_json(certificate, "Example");
  CHECK(json["certificate"] == "Withdrawal of ID04");
  CHECK(json["participant"] == "ID04");
  CHECK(json["removed"].dump() == R"([{"path":"out/T05.txt.age","sha256":"aa","why":"1 year"}])");
  CHECK(json["replaced"].dump() == R"([{"path":"out/T01.txt.age","sha256":"bb","sha256_after":"cc"}])");
  CHECK(json["deliveries"].empty());
}
