#include "relink/relink_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace moniker;

TEST_CASE("who stands behind an ID, in the order of what is known") {
  const custodian::RelinkPage page{{{"ID04", {{"name", "Kate Shaw"}, {"study number", "17"}}}, {"T03", {}}}};
  CHECK(as_text(page, no_style) == "ID04\n  name            Kate Shaw\n  study number    17\nT03\n");
  CHECK(as_json(page).dump() ==
        R"([{"id":"ID04","facts":[{"what":"name","value":"Kate Shaw"},{"what":"study number","value":"17"}]},)"
        R"({"id":"T03","facts":[]}])");
}
