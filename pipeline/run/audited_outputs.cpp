#include "run/audited_outputs.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "run/transcripts.hpp"

namespace moniker {
namespace {

struct Published {
  std::uint64_t line = 0;
  std::string digest{};
};

/// The last word of the log on every output.
std::map<std::string, Published> published_outputs(const std::filesystem::path& log) {
  std::map<std::string, Published> last;
  std::ifstream file(log);
  std::uint64_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const auto json = nlohmann::json::parse(line);
    const std::string event = json.value("event", "");
    if (event == "published" || event == "sealed") last[json.at("output")] = {number, json.value("digest", "")};
    if (event == "withdrawn") last.erase(json.at("output"));
  }
  return last;
}

}  // namespace

std::vector<AuditFault> check_outputs(const StudyLayout& layout) {
  std::vector<AuditFault> faults;
  const auto expected = published_outputs(layout.audit() / "audit.jsonl");
  for (const auto& [name, published] : expected) {
    if (published.digest.empty()) continue;   // linkage and attributes are no transcripts
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

}  // namespace moniker
