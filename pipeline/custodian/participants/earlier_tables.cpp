// Two tables of the same people can be subtracted from each other, whenever they were made. So the log says what was
// asked for, and what was printed is made again from that: a digest tells whether it is the same. The log itself says
// nothing of how many anybody is.
#include "participants/earlier_tables.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/log_events.hpp"
#include "base/bounded_json.hpp"
#include "base/json_number.hpp"
#include "base/sha256.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {

using Json = nlohmann::ordered_json;

std::string logged_wish(const TableWish& wish) {
  Json json{{"columns", wish.columns}, {"threshold", wish.threshold}};
  if (!wish.by.empty()) json["by"] = wish.by;
  if (!wish.cross.empty()) json["cross"] = wish.cross;
  if (!wish.attribution.empty()) json["attribution"] = wish.attribution;
  if (!wish.quoted.empty()) json["quoted"] = wish.quoted;
  if (wish.round > 0) json["round"] = wish.round;
  if (wish.merge) json["merge"] = true;
  if (wish.afresh) json["afresh"] = true;
  return json.dump();
}

TableWish wish_of_log(const std::string& logged) {
  try {
    const Json json = parse_json<Json>(logged);
    return {.columns = json.at("columns"),
            .by = json.value("by", std::string()),
            .cross = json.value("cross", std::vector<std::vector<std::string>>()),
            .attribution = json.value("attribution", std::vector<std::string>()),
            .quoted = json.value("quoted", std::vector<std::string>()),
            .threshold = whole_number<std::int64_t>(json.at("threshold")),
            .round = whole_number<std::int64_t>(json, "round", 0),
            .merge = json.value("merge", false),
            .afresh = json.value("afresh", false)};
  } catch (const nlohmann::json::exception&) {
    throw Error::integrity("a record of the log does not say which tables were made", "keep the log, and tell us");
  }
}

std::vector<EarlierTables> earlier_tables(const StudyLayout& layout) {
  std::vector<EarlierTables> all;
  audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) {
    const auto* const event = std::get_if<audit::events::Consulted>(&logged.event);
    if (event == nullptr || !event->tables) return;
    EarlierTables one{wish_of_log(*event->tables), event->digest.value_or("")};
    if (std::exchange(one.wish.afresh, false)) all.clear();
    const std::string wish = logged_wish(one.wish);
    const bool known = std::any_of(all.begin(), all.end(), [&](const EarlierTables& other) {
      return other.digest == one.digest && logged_wish(other.wish) == wish;
    });
    if (!known) all.push_back(std::move(one));
  });
  return all;
}

std::string digest_of(const Printout& printout) {
  std::string all;
  for (const Sheet& sheet : printout.sheets) {
    all += sheet.caption + '\n';
    for (const std::string& group : sheet.groups) all += group + '\t';
    for (const SheetRow& row : sheet.rows) {
      all += '\n' + row.characteristic + '\t' + row.value;
      for (const SheetCell& cell : row.cells) all += '\t' + cell_text(cell);
    }
    all += '\n';
  }
  return sha256_of(all);
}

}  // namespace moniker::custodian
