#include "work/kept_json.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/json_number.hpp"
#include "check/checker.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

IssueCode issue_named(std::string_view name) {
  const auto entries = check::issue_entries();
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.name == name; });
  if (found == entries.end()) throw std::invalid_argument("issue");
  return found->code;
}

Json kept_json(const LearnedName& n) { return Json::array({n.form, n.label, n.rule, n.score, n.times, n.word}); }

Json kept_json(const LearnedNames& names) {
  Json list = Json::array();
  for (const auto& [key, name] : names.all()) list.push_back(kept_json(name));
  return list;
}

Json kept_json(const Issue& issue) {
  return Json::array({check::issue_entry(issue.code).name, issue.at.line, issue.at.column, issue.count});
}

Json kept_json(const std::vector<Issue>& issues) {
  Json list = Json::array();
  for (const Issue& issue : issues) list.push_back(kept_json(issue));
  return list;
}

LearnedName learned_name_from(const Json& json) {
  return {json.at(0).get<std::string>(), json.at(1).get<std::string>(),           json.at(2).get<std::string>(),
          json.at(3).get<float>(),       whole_number<std::uint64_t>(json.at(4)), json.at(5).get<bool>()};
}

LearnedNames learned_names_from(const Json& json) {
  LearnedNames names;
  for (const Json& item : json) names.add(learned_name_from(item));
  return names;
}

Issue issue_from(const Json& json) {
  return {issue_named(json.at(0).get_ref<const std::string&>()),
          {whole_number<std::uint32_t>(json.at(1)), whole_number<std::uint32_t>(json.at(2))},
          whole_number<std::uint64_t>(json.at(3))};
}

std::vector<Issue> issues_from(const Json& json) {
  std::vector<Issue> issues;
  for (const Json& item : json) issues.push_back(issue_from(item));
  return issues;
}

}  // namespace moniker::study
