#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "steps/steps.hpp"

namespace moniker::cli {
namespace {

struct ShardSize {
  std::size_t transcripts = 0;
  std::uint64_t bytes = 0;
};

std::vector<ShardSize> sizes_of(const study::ShardPlan& plan) {
  std::vector<ShardSize> sizes(plan.shards);
  for (const study::PlannedFile& file : plan.files) {
    ++sizes[file.shard - 1].transcripts;
    sizes[file.shard - 1].bytes += file.bytes;
  }
  return sizes;
}

std::string as_json(const std::vector<ShardSize>& sizes) {
  auto list = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    list.push_back({{"shard", fmt::format("{}/{}", i + 1, sizes.size())},
                    {"transcripts", sizes[i].transcripts},
                    {"bytes", sizes[i].bytes}});
  }
  return nlohmann::ordered_json{{"shards", std::move(list)}}.dump(2) + "\n";
}

std::string as_table(const std::vector<ShardSize>& sizes, const study::Style& style) {
  std::string text =
      fmt::format("  {}{:<9}  {:>11}  {:>13}{}\n", style.bold, "shard", "transcripts", "bytes", style.plain);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    text += fmt::format("  {:<9}  {:>11}  {:>13}\n", fmt::format("{}/{}", i + 1, sizes.size()), sizes[i].transcripts,
                        sizes[i].bytes);
  }
  return text;
}

}  // namespace

int run_plan(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("shards")) {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "`moniker plan` wants --shards N",
                 .remedy = "for example `moniker plan STUDY --shards 4`"});
  }
  study::RunOptions options{.rules = terminal.rules_folder(arguments.value("rules")),
                            .clock = [] { return std::chrono::system_clock::now(); }};
  const auto study = study::open_study(arguments.rest.front(), options);
  const std::vector<ShardSize> sizes = sizes_of(study::plan_study(*study, arguments.number("shards", 0)));
  terminal.print(arguments.has("json") ? as_json(sizes) : as_table(sizes, terminal.out_style()));
  return 0;
}

}  // namespace moniker::cli
