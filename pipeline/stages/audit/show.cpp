#include "audit/show.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "audit/log_lines.hpp"
#include "audit/record.hpp"
#include "audit/replacement_rows.hpp"
#include "base/bounded_json.hpp"
#include "base/json_number.hpp"

namespace moniker::audit {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// A string bare where that cannot be misread, all else as JSON in ASCII.
std::string shown(const OrderedJson& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    const auto plain = [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '='; };
    if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) return text;
  }
  return value.dump(-1, ' ', true);
}

/// "3 replacements (PERSON 2, PLACE 1)"
std::string shown_replacements(const OrderedJson& kinds, const OrderedJson& rows) {
  std::map<std::string, std::size_t> labels;
  for (const OrderedJson& row : rows) {
    const auto& kind = kinds.at(whole_number<std::size_t>(row.at(2))).get_ref<const std::string&>();
    ++labels[shown(kind.substr(0, kind.find('/')))];
  }
  std::string each;
  for (const auto& [label, count] : labels) each += fmt::format("{}{} {}", each.empty() ? "" : ", ", label, count);
  return fmt::format("{} replacement{} ({})", rows.size(), rows.size() == 1 ? "" : "s", each);
}

/// 2026-11-23T02:14:40Z as 2026-11-23 02:14:40
std::string shown_time(std::string time) {
  if (time.size() == 20 && time[10] == 'T' && time.back() == 'Z') {
    time[10] = ' ';
    time.pop_back();
  }
  return time;
}

std::string show_fields(const OrderedJson& record) {
  std::string line = fmt::format("{:>7}  {}  {:<12}", whole_number<std::uint64_t>(record.at("n")),
                                 shown_time(shown(record.at("time"))), shown(record.at("event")));
  for (const auto& [name, value] : record.items()) {
    if (is_of_frame(name) || name == replaced_kinds) continue;
    if (name == replaced_rows && value.is_array())
      line += fmt::format("  {}", shown_replacements(record.at(replaced_kinds), value));
    else
      line += fmt::format("  {}={}", shown(name), shown(value));
  }
  return line;
}

}  // namespace

std::string show_record(std::string_view line) {
  try {
    return show_fields(parse_json<OrderedJson>(line));
  } catch (const nlohmann::json::exception&) {
    return "      ?  not a record";
  }
}

void show_audit(const std::filesystem::path& log, const std::function<void(const std::string&)>& out) {
  for_each_line(log, [&](const LogLine& line) { out(show_record(line.text)); });
}

void read_records(const std::filesystem::path& log, const std::function<void(OrderedJson)>& out) {
  for_each_line(log, [&](const LogLine& line) {
    OrderedJson record = parse_any_json<OrderedJson>(line.text);
    out(record.is_object() ? std::move(record) : OrderedJson(nullptr));
  });
}

}  // namespace moniker::audit
