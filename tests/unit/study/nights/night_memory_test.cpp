#include "nights/night_memory.hpp"

#include <catch2/catch.hpp>

#include "base/keyed_hash.hpp"
#include "keys/keys.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker::study {
namespace {

NightMemory some_memory(const Secret<32>& roots) {
  NightMemory memory{.day = "2026-12-01"};
  memory.made["T03"] = "00112233";
  memory.waits[{"doubtful", "T01"}] = {"2026-11-28", {hash_of_part(roots, "turn 4, kin-and-name")}};
  memory.waits[{"overdue", ""}] = {"2026-11-30", {hash_of_part(roots, "deliveries incoming/Kate Shaw.txt")}};
  return memory;
}

TEST_CASE("the memory of a night is read as it was kept, and holds no name") {
  const test::TemporaryFolder folder;
  Ledger ledger(folder.path() / "ledger.sqlite");
  const Secret<32> roots = fresh_study_key();
  CHECK_FALSE(read_night_memory(ledger, roots));
  keep_night_memory(ledger, roots, some_memory(roots));
  const auto read = read_night_memory(ledger, roots);
  REQUIRE(read);
  CHECK(to_json(*read) == to_json(some_memory(roots)));
  CHECK(read->waits.at({"doubtful", "T01"}).since == "2026-11-28");
  CHECK(to_json(*read).find("Shaw") == std::string::npos);
  CHECK(to_json(*read).find("turn") == std::string::npos);
}

TEST_CASE("a memory that somebody else wrote, or changed, is refused") {
  const test::TemporaryFolder folder;
  Ledger ledger(folder.path() / "ledger.sqlite");
  const Secret<32> roots = fresh_study_key(), other = fresh_study_key();
  keep_night_memory(ledger, other, some_memory(other));
  CHECK(test::status_of([&] { read_night_memory(ledger, roots); }) == 4);
  keep_night_memory(ledger, roots, some_memory(roots));
  const auto row = ledger.find("night", "told");
  REQUIRE(row);
  std::string changed = row->output;
  changed.replace(changed.find("T01"), 3, "T02");
  ledger.set("night", "told", row->input, changed);
  CHECK(test::status_of([&] { read_night_memory(ledger, roots); }) == 4);
  CHECK(test::status_of([&] { night_memory_from_json("{}"); }) == 4);
  CHECK(test::status_of([&] { night_memory_from_json("no json"); }) == 4);
}

}  // namespace
}  // namespace moniker::study
