// An ID, and under it what is known of who stands behind it.
#include "relink/relink_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace moniker::custodian {

using Json = nlohmann::ordered_json;

std::string as_text(const RelinkPage& page, const Style& style) {
  std::string text;
  for (const Relinked& answer : page.answers) {
    text += fmt::format("{}{}{}\n", style.bold, answer.id, style.plain);
    for (const auto& [name, value] : answer.facts) text += fmt::format("  {:<14}  {}\n", name, value);
  }
  return text;
}

Json as_json(const RelinkPage& page) {
  Json list = Json::array();
  for (const Relinked& answer : page.answers) {
    Json one{{"id", answer.id}, {"facts", Json::array()}};
    for (const auto& [name, value] : answer.facts) one["facts"].push_back({{"what", name}, {"value", value}});
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace moniker::custodian
