// PLAN: a study cut into shards of about the same size. A shard finds in its own folder what is known of its files, so
// that no two processes ever have one database or one log open.
#include "shards/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <queue>

#include "base/atomic_file.hpp"
#include "base/bounded_json.hpp"
#include "base/byte_source.hpp"
#include "base/json_number.hpp"
#include "base/remove_files.hpp"
#include "moniker/error.hpp"
#include "shards/merge.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

/// What the study remembers of each file goes to the shard that has it now.
void seed_ledgers(const StudyLayout& layout, const Ledger& known, const ShardPlan& plan) {
  for (unsigned number = 1; number <= plan.shards; ++number) {
    const ShardLayout own = layout.shard(number, plan.shards);
    make_private_folder(own.folder);
    Ledger ledger(own.ledger(), Ledger::Use::alone);
    ledger.begin();
    for (const PlannedFile& file : plan.files) {
      if (file.shard != number) continue;
      for (const char* step : {"scan", "apply"}) {
        if (const auto entry = known.find(step, file.key)) ledger.set(step, file.key, entry->input, entry->output);
      }
    }
    ledger.commit();
  }
}

ShardPlan plan_from(const Json& json) {
  ShardPlan plan{.shards = whole_number<unsigned>(json.at("shards")),
                 .audit_records = whole_number<std::uint64_t>(json.at("audit_records")),
                 .audit_head = json.at("audit_head").get<std::string>()};
  for (const Json& item : json.at("files")) {
    plan.files.push_back(
        {item.at(0).get<std::string>(), whole_number<std::uint64_t>(item.at(1)), whole_number<unsigned>(item.at(2))});
    if (plan.files.back().shard < 1 || plan.files.back().shard > plan.shards) throw std::out_of_range("no such shard");
  }
  return plan;
}

}  // namespace

std::vector<unsigned> balanced(const std::vector<std::uint64_t>& sizes, unsigned shards) {
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  using Load = std::pair<std::uint64_t, unsigned>;
  std::priority_queue<Load, std::vector<Load>, std::greater<>> loads;
  for (unsigned number = 1; number <= shards; ++number) loads.push({0, number});
  std::vector<unsigned> given(sizes.size());
  for (const std::size_t i : order) {
    const Load least = loads.top();
    loads.pop();
    given[i] = least.second;
    loads.push({least.first + sizes[i], least.second});
  }
  return given;
}

std::optional<ShardPlan> read_plan(const StudyLayout& layout) {
  const auto file = layout.plan();
  if (!std::filesystem::exists(file)) return std::nullopt;
  try {
    return plan_from(parse_json<Json>(read_file(file, std::size_t{1} << 30)));
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {  // json or out of range: whichever it is, the plan is not ours any more
    throw Error::integrity("the plan is damaged",
                           "restore it from a copy: what its shards did is not in the audit log yet", {file.string()});
  }
}

void write_plan(const StudyLayout& layout, const ShardPlan& plan) {
  Json files = Json::array();
  for (const PlannedFile& file : plan.files) files.push_back({file.key, file.bytes, file.shard});
  const Json json{{"shards", plan.shards},
                  {"audit_records", plan.audit_records},
                  {"audit_head", plan.audit_head},
                  {"files", std::move(files)}};
  publish(layout.plan(), json.dump() + "\n");
}

ShardPlan make_plan(const StudyLayout& layout, const std::vector<Delivered>& files, Books& books, const Clock& clock,
                    unsigned shards) {
  if (shards == 0 || shards > most_shards) {
    throw Error::usage(fmt::format("a study is cut into 1 to {} shards", most_shards),
                       "for example `moniker plan STUDY --shards 4`");
  }
  take_over_shards(layout, books, clock);
  ShardPlan plan{.shards = shards, .audit_records = books.audit.records(), .audit_head = hex(books.audit.head())};
  std::vector<std::uint64_t> sizes;
  for (const Delivered& file : files) {
    plan.files.push_back({.key = file.key, .bytes = file.bytes});
    sizes.push_back(file.bytes);
  }
  const std::vector<unsigned> given = balanced(sizes, shards);
  for (std::size_t i = 0; i < given.size(); ++i) plan.files[i].shard = given[i];
  remove_whole(layout.shards());  // what a plan half made or half dropped left behind
  seed_ledgers(layout, books.ledger, plan);
  write_plan(layout, plan);
  return plan;
}

}  // namespace moniker::study
