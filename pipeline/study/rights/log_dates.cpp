#include "rights/log_dates.hpp"

#include <nlohmann/json.hpp>

#include "audit/log_lines.hpp"
#include "base/iso_date.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::json;

void take_published(const Json& record, std::chrono::sys_days day, LogDates& dates) {
  const std::string key = record.at("file"), input = record.at("input");
  dates.sealed.try_emplace({key, input}, day);
  dates.outputs[record.at("output")] = {key, input, record.at("digest")};
}

void take_deleted(const Json& record, LogDates& dates) {
  if (record.contains("output")) dates.outputs.erase(record.at("output"));
  if (record.at("rule") == "withdrawal") return;  // has a certificate of its own
  dates.uncertified.push_back({record.at("what"), record.value("name", ""), record.at("sha256"), record.at("rule")});
}

void take_record(const Json& record, const StudyLayout& layout, LogDates& dates) {
  const std::string event = record.at("event");
  const auto day = parse_iso_date(record.at("time").get<std::string>().substr(0, 10)).value();
  if (event == "scanned") dates.scanned.try_emplace(record.at("file"), day);
  if (event == "published") take_published(record, day, dates);
  if (event == "withdrawn") dates.outputs.erase(record.at("output"));
  if (event == "deleted") take_deleted(record, dates);
  if (event != "certified") return;
  const std::string name = record.at("certificate");
  if (name.starts_with("retention-") && std::filesystem::exists(layout.certificate_json(name)))
    dates.uncertified.clear();
}

}  // namespace

LogDates read_log_dates(const StudyLayout& layout) {
  const auto log = layout.audit_log();
  LogDates dates;
  std::uint32_t number = 0;
  audit::for_each_line(log, [&](const audit::LogLine& line) {
    ++number;
    // Most of a log are replacements, of which nothing is asked here.
    if (line.text.find("\"event\":\"replaced\"") != line.text.npos) return;
    try {
      take_record(Json::parse(line.text), layout, dates);
    } catch (const std::exception&) {
      throw Error({.fault = Fault::integrity,
                   .file = log.string(),
                   .at = {number, 0},
                   .what = "is no record of an audit log",
                   .remedy = "see what happened to it with `moniker audit verify`"});
    }
  });
  return dates;
}

}  // namespace moniker::study
