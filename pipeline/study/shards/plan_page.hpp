#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "shards/plan.hpp"

namespace moniker::study {

/// How a plan cuts a study.
struct PlanPage {
  struct Shard {
    std::size_t transcripts = 0;
    std::uint64_t bytes = 0;
  };
  std::vector<Shard> shards{};
};
PlanPage plan_page(const ShardPlan& plan);
std::string as_text(const PlanPage& page, const Style& style);
nlohmann::ordered_json as_json(const PlanPage& page);

}  // namespace moniker::study
