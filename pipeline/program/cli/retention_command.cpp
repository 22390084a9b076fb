#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/iso_date.hpp"
#include "cli/command.hpp"
#include "rights/certificate.hpp"
#include "rights/retention.hpp"

namespace moniker::cli {
namespace {

using Days = std::chrono::sys_days;

Days as_of(const Arguments& arguments) {
  if (!arguments.has("as-of")) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto day = parse_iso_date(arguments.value("as-of"));
  if (!day)
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "--as-of is no date",
                 .remedy = "write it as 2036-12-31"});
  return *day;
}

std::string iso(Days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string_view state_of(const study::RetentionItem& item, Days today) {
  const auto left = item.days_left(today);
  return !left ? "kept" : *left < 0 ? "overdue" : *left == 0 ? "due" : "later";
}

std::string in_words(const study::RetentionItem& item, Days today) {
  const auto left = item.days_left(today);
  if (!left) return "kept";
  return *left < 0    ? fmt::format("{} days overdue", -*left)
         : *left == 0 ? "due today"
                      : fmt::format("{} days left", *left);
}

void show_table(Terminal& terminal, const std::vector<study::RetentionItem>& items, Days today) {
  const study::Style& style = terminal.out_style();
  terminal.print(fmt::format("  {:<10}  {:<18}  {:<10}  {:<32}  {}\n", "due", "", "what", "which", "rule"));
  for (const study::RetentionItem& item : items) {
    const bool late = state_of(item, today) == "overdue";
    terminal.print(fmt::format("  {}{:<10}  {:<18}{}  {:<10}  {:<32}  {}\n", late ? style.red : "",
                               item.due ? iso(*item.due) : "-", in_words(item, today), late ? style.plain : "",
                               item.kind, item.shown, item.rule));
    if (!item.waits.empty() && item.due && *item.due <= today)
      terminal.print(fmt::format("  {:<30}  not deleted: {}\n", "", item.waits));
  }
}

nlohmann::ordered_json as_json(const std::vector<study::RetentionItem>& items, Days today) {
  auto list = nlohmann::ordered_json::array();
  for (const study::RetentionItem& item : items) {
    nlohmann::ordered_json one{{"kind", item.kind}, {"which", item.shown},  {"rule", item.rule},
                               {"due", nullptr},    {"days_left", nullptr}, {"state", state_of(item, today)}};
    if (item.due) one["due"] = iso(*item.due);
    if (item.due) one["days_left"] = *item.days_left(today);
    if (!item.waits.empty()) one["waits"] = item.waits;
    if (!item.transcript.empty()) one["transcript"] = item.transcript;
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

int run_retention(const Arguments& arguments, Terminal& terminal) {
  const Days today = as_of(arguments);
  const auto study = study::open_study(arguments.rest.empty() ? "." : arguments.rest.front(),
                                       {.threads = 0,
                                        .rules = terminal.rules_folder(arguments.value("rules")),
                                        .cache = terminal.cache_folder(),
                                        .clock = [] { return std::chrono::system_clock::now(); },
                                        .shard = {},
                                        .progress = {}});
  study::RetentionResult result;
  if (arguments.has("apply")) result = study::apply_retention(*study, today, Terminal::user());
  const auto left = study::retention_items(*study);
  if (arguments.has("json")) {
    terminal.print(nlohmann::ordered_json{{"as_of", iso(today)},
                                          {"deleted", as_json(result.deleted, today)},
                                          {"certificate", result.certificate},
                                          {"items", as_json(left, today)}}
                       .dump(2) +
                   "\n");
  } else {
    for (const study::RetentionItem& item : result.deleted)
      terminal.print(fmt::format("deleted {}: {}\n", item.shown, item.rule));
    if (!result.certificate.empty())
      terminal.print(
          fmt::format("certificate, signed: certificates/{}.json\n{}\n", result.certificate, study::deletion_remark));
    show_table(terminal, left, today);
  }
  return std::any_of(left.begin(), left.end(),
                     [&](const study::RetentionItem& item) { return state_of(item, today) == "overdue"; })
             ? 1
             : 0;
}

}  // namespace moniker::cli
