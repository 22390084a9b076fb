// A row a shard.
#include "shards/plan_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace moniker::study {

using Json = nlohmann::ordered_json;

PlanPage plan_page(const ShardPlan& plan) {
  PlanPage page{std::vector<PlanPage::Shard>(plan.shards)};
  for (const PlannedFile& file : plan.files) {
    ++page.shards[file.shard - 1].transcripts;
    page.shards[file.shard - 1].bytes += file.bytes;
  }
  return page;
}

std::string as_text(const PlanPage& page, const Style& style) {
  std::string text =
      fmt::format("  {}{:<9}  {:>11}  {:>13}{}\n", style.bold, "shard", "transcripts", "bytes", style.plain);
  for (std::size_t i = 0; i < page.shards.size(); ++i) {
    text += fmt::format("  {:<9}  {:>11}  {:>13}\n", fmt::format("{}/{}", i + 1, page.shards.size()),
                        page.shards[i].transcripts, page.shards[i].bytes);
  }
  return text;
}

Json as_json(const PlanPage& page) {
  Json list = Json::array();
  for (std::size_t i = 0; i < page.shards.size(); ++i) {
    list.push_back({{"shard", fmt::format("{}/{}", i + 1, page.shards.size())},
                    {"transcripts", page.shards[i].transcripts},
                    {"bytes", page.shards[i].bytes}});
  }
  return {{"shards", std::move(list)}};
}

}  // namespace moniker::study
