// What was deleted, then a table, soonest first.
#include "rights/retention_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/iso_date.hpp"
#include "rights/certificate.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;
using Days = std::chrono::sys_days;

std::string_view state_of(const RetentionItem& item, Days today) {
  const auto left = item.days_left(today);
  return !left ? "kept" : *left < 0 ? "overdue" : *left == 0 ? "due" : "later";
}

std::string in_words(const RetentionItem& item, Days today) {
  const auto left = item.days_left(today);
  if (!left) return "kept";
  return *left < 0    ? fmt::format("{} days overdue", -*left)
         : *left == 0 ? "due today"
                      : fmt::format("{} days left", *left);
}

Json items_json(const std::vector<RetentionItem>& items, Days today) {
  auto list = Json::array();
  for (const RetentionItem& item : items) {
    Json one{{"kind", item.kind}, {"which", item.shown},  {"rule", item.rule},
             {"due", nullptr},    {"days_left", nullptr}, {"state", state_of(item, today)}};
    if (item.due) one["due"] = iso_date(*item.due);
    if (item.due) one["days_left"] = *item.days_left(today);
    if (!item.waits.empty()) one["waits"] = item.waits;
    if (!item.transcript.empty()) one["transcript"] = item.transcript;
    list.push_back(std::move(one));
  }
  return list;
}

std::string table(const std::vector<RetentionItem>& items, Days today, const Style& style) {
  std::string text = fmt::format("  {:<10}  {:<18}  {:<10}  {:<32}  {}\n", "due", "", "what", "which", "rule");
  for (const RetentionItem& item : items) {
    const bool late = state_of(item, today) == "overdue";
    text += fmt::format("  {}{:<10}  {:<18}{}  {:<10}  {:<32}  {}\n", late ? style.red : "",
                        item.due ? iso_date(*item.due) : "-", in_words(item, today), late ? style.plain : "", item.kind,
                        item.shown, item.rule);
    if (!item.waits.empty() && item.due && *item.due <= today)
      text += fmt::format("  {:<30}  not deleted: {}\n", "", item.waits);
  }
  return text;
}

}  // namespace

bool RetentionPage::overdue() const {
  return std::any_of(items.begin(), items.end(),
                     [&](const RetentionItem& item) { return state_of(item, today) == "overdue"; });
}

std::string as_text(const RetentionPage& page, const Style& style) {
  std::string text;
  for (const RetentionItem& item : page.done.deleted)
    text += fmt::format("{} {}: {}\n", page.writes ? "would delete" : "deleted", item.shown, item.rule);
  if (page.writes) return text + as_text(*page.writes, style);
  if (!page.done.certificate.empty()) {
    text += fmt::format("certificate, signed: certificates/{}.json\n{}\n", page.done.certificate, deletion_remark);
  }
  return text + table(page.items, page.today, style);
}

Json as_json(const RetentionPage& page) {
  Json document{{"as_of", iso_date(page.today)},
                {"deleted", items_json(page.done.deleted, page.today)},
                {"certificate", page.done.certificate},
                {"items", items_json(page.items, page.today)}};
  if (page.writes) document["writes"] = as_json(*page.writes);
  return document;
}

}  // namespace moniker::study
