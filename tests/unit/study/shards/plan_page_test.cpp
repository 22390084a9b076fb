#include "shards/plan_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace moniker;

TEST_CASE("a plan is told by its shards, the empty ones too") {
  study::ShardPlan plan{.shards = 3};
  plan.files = {{"a", 10, 1}, {"b", 7, 2}, {"c", 1, 2}};
  const study::PlanPage page = study::plan_page(plan);
  CHECK(as_text(page, no_style) ==
        "  shard      transcripts          bytes\n"
        "  1/3                  1             10\n"
        "  2/3                  2              8\n"
        "  3/3                  0              0\n");
  CHECK(as_json(page).dump() ==
        R"({"shards":[{"shard":"1/3","transcripts":1,"bytes":10},{"shard":"2/3","transcripts":2,"bytes":8},)"
        R"({"shard":"3/3","transcripts":0,"bytes":0}]})");
}
