#include "steps/audited_outputs.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "opened/transcripts.hpp"
#include "shards/plan.hpp"

namespace moniker::study {
namespace {

struct Published {
  std::uint64_t line = 0;
  std::string digest{};
};

using Outputs = std::map<std::string, Published>;

/// The last word of the log on every output. Of a shard's log, which is no part of the study's yet, nothing is said by
/// line.
void read_outputs(const std::filesystem::path& log, bool of_shard, Outputs& last) {
  std::ifstream file(log);
  std::uint64_t number = 0;
  for (std::string line; std::getline(file, line);) {
    if (!of_shard) ++number;
    const auto json = nlohmann::json::parse(line, nullptr, !of_shard);
    if (json.is_discarded()) return;  // the shard is writing it
    const std::string event = json.value("event", "");
    if (event == "published" || event == "sealed") last[json.at("output")] = {number, json.value("digest", "")};
    if (event == "withdrawn" || (event == "deleted" && json.contains("output"))) last.erase(json.at("output"));
  }
}

Outputs published_outputs(const StudyLayout& layout) {
  Outputs last;
  read_outputs(layout.audit_log(), false, last);
  if (const auto plan = read_plan(layout)) {
    for (unsigned number = 1; number <= plan->shards; ++number) {
      read_outputs(layout.shard(number, plan->shards).log("apply"), true, last);
    }
  }
  return last;
}

}  // namespace

std::vector<audit::AuditFault> check_outputs(const StudyLayout& layout) {
  std::vector<audit::AuditFault> faults;
  const Outputs expected = published_outputs(layout);
  for (const auto& [name, published] : expected) {
    if (published.digest.empty()) continue;  // linkage and attributes are no transcripts
    const auto file = layout.out() / name;
    if (!std::filesystem::exists(file)) {
      faults.push_back({published.line, fmt::format("{} was published and is gone", name),
                        "put it back, or run `moniker run` to make it again"});
    } else if (hex(digest_of_file(file)) != published.digest) {
      faults.push_back({published.line, fmt::format("{} is not the file that was published", name),
                        "do not use it: delete it and run `moniker run` to make it again"});
    }
  }
  for (const auto& entry : std::filesystem::directory_iterator(layout.out())) {
    const std::string name = entry.path().filename().string();
    if (!expected.contains(name)) {
      faults.push_back({0, fmt::format("out/{} is not in the log", name), "find out where it came from"});
    }
  }
  return faults;
}

}  // namespace moniker::study
