// A certificate to read and to keep, and the same for machines.
#include "rights/certificate_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "moniker/version.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

Json files_json(const std::vector<Certificate::File>& files) {
  Json list = Json::array();
  for (const Certificate::File& file : files) {
    Json one{{"path", file.path}, {"sha256", file.before}};
    if (!file.after.empty()) one["sha256_after"] = file.after;
    if (!file.why.empty()) one["why"] = file.why;
    list.push_back(std::move(one));
  }
  return list;
}

void add_files(std::string& page, std::string_view title, const std::vector<Certificate::File>& files) {
  if (files.empty()) return;
  page += fmt::format("\n## {}\n\n", title);
  for (const Certificate::File& file : files) {
    page += fmt::format("- `{}`{}\n  SHA-256 {}\n", file.path, file.why.empty() ? "" : ": " + file.why, file.before);
    if (!file.after.empty()) page += fmt::format("  now     {}\n", file.after);
  }
}

}  // namespace

Json as_json(const Certificate& c, const std::string& study) {
  Json json{{"certificate", c.title}, {"study", study}, {"moniker", std::string(version)}};
  for (const auto& [name, value] : c.facts) json[name] = value;
  json["removed"] = files_json(c.removed);
  json["replaced"] = files_json(c.replaced);
  json["deliveries"] = files_json(c.deliveries);
  json["remarks"] = c.remarks;
  return json;
}

std::string as_markdown(const Certificate& c, const std::string& study) {
  std::string page =
      fmt::format("# {}\n\nStudy: {}. Made by moniker {}.\n\n| | |\n|---|---|\n", c.title, study, version);
  for (const auto& [name, value] : c.facts) page += fmt::format("| {} | {} |\n", name, value);
  add_files(page, "Removed", c.removed);
  add_files(page, "Replaced", c.replaced);
  add_files(page, "Delivered files", c.deliveries);
  if (!c.remarks.empty()) page += "\n## Remarks\n\n";
  for (const std::string& remark : c.remarks) page += fmt::format("- {}\n", remark);
  return page;
}

}  // namespace moniker::study
