// What must go by when, as a sentence that a data management plan could hold: "90 days after sealed".
#include "config/retention.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/byte_source.hpp"
#include "base/iso_date.hpp"
#include "base/layout.hpp"
#include "base/text.hpp"
#include "yaml/yaml_fields.hpp"

namespace moniker::study {
namespace {

using Rule = RetentionRule;

struct Kind {
  std::string_view name;
  Rule Retention::*rule;
  Rule::From from;              // where the sentence does not say
  std::vector<Rule::From> may;  // what it can be counted from
};

const std::vector<Kind>& kinds() {
  using enum Rule::From;
  static const std::vector<Kind> table{
      {"deliveries", &Retention::deliveries, sealed, {sealed, delivered, last_interview}},
      {"quarantine", &Retention::quarantine, delivered, {delivered, last_interview}},
      {"work", &Retention::work, sealed, {sealed, last_interview}},
      {"linkage", &Retention::linkage, last_interview, {last_interview}},
      {"outputs", &Retention::outputs, last_interview, {sealed, last_interview}},
      {"attributes", &Retention::attributes, last_interview, {last_interview}},
      {"withdrawn", &Retention::withdrawn, last_interview, {last_interview}},
  };
  return table;
}

constexpr std::string_view froms[] = {"sealed", "delivered", "last interview"};  // as Rule::From
constexpr std::string_view units[] = {"day", "week", "month", "year"};           // as Rule::Unit

std::string_view next_word(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

[[noreturn]] void refuse_rule(const yaml::YamlNode& node, const std::string& file) {
  yaml::refuse_yaml(
      file, node.at, "the rule is not understood",
      "write keep, until 2036-12-31, 90 days after sealed, 30 days after delivered, or 10 years after last interview");
}

template <class Enum, std::size_t N>
std::optional<Enum> among(const std::string_view (&names)[N], std::string_view word) {
  const auto found = std::find(std::begin(names), std::end(names), word);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<Enum>(found - std::begin(names));
}

void take_span(std::string_view text, const Kind& kind, const yaml::YamlNode& node, const std::string& file,
               Rule& rule) {
  const std::string_view number = next_word(text);
  std::string_view unit = next_word(text);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), rule.count);
  const auto known = among<Rule::Unit>(units, unit);
  if (error != std::errc() || end != number.data() + number.size() || rule.count < 0 || rule.count > 36500 || !known)
    refuse_rule(node, file);
  rule.kind = Rule::Kind::after;
  rule.unit = *known;
  rule.from = kind.from;
  if (trimmed(text).empty()) return;
  if (next_word(text) != "after") refuse_rule(node, file);
  const auto from = among<Rule::From>(froms, trimmed(text));
  if (!from) refuse_rule(node, file);
  rule.from = *from;
  if (std::find(kind.may.begin(), kind.may.end(), *from) != kind.may.end()) return;
  yaml::refuse_yaml(
      file, node.at, fmt::format("{} cannot be counted from `{}`", kind.name, trimmed(text)),
      fmt::format("write `{} after {}`", trimmed(std::string_view(node.text).substr(0, node.text.find(" after "))),
                  froms[static_cast<std::size_t>(kind.from)]));
}

Rule parse_rule(const yaml::YamlNode& node, const Kind& kind, const std::string& file) {
  Rule rule{.text = yaml::yaml_text(node, file, fmt::format("`{}`", kind.name))};
  std::string_view rest = rule.text;
  if (trimmed(rest) == "keep") return rule;
  if (rest.starts_with("until ")) {
    const auto day = parse_iso_date(trimmed(rest.substr(6)));
    if (!day) yaml::refuse_yaml(file, node.at, "the date is none", "write it as 2036-12-31");
    rule.kind = Rule::Kind::until;
    rule.until = *day;
    return rule;
  }
  take_span(rest, kind, node, file, rule);
  return rule;
}

std::chrono::sys_days added(std::chrono::sys_days from, const Rule& rule) {
  using namespace std::chrono;
  if (rule.unit == Rule::Unit::days) return from + days(rule.count);
  if (rule.unit == Rule::Unit::weeks) return from + weeks(rule.count);
  const year_month_day day(from);
  const year_month_day moved = day + months(rule.unit == Rule::Unit::months ? rule.count : 12 * rule.count);
  return moved.ok() ? sys_days(moved) : sys_days(moved.year() / moved.month() / last);  // 31 January and a month
}

}  // namespace

Retention parse_retention(const yaml::YamlNode& node, const std::string& file) {
  std::vector<std::string_view> names{"audit"};
  for (const Kind& kind : kinds()) names.push_back(kind.name);
  const yaml::YamlFields fields(node, file, "retention", names);
  Retention retention;
  for (const Kind& kind : kinds()) {
    if (const yaml::YamlNode* rule = fields.find(kind.name)) retention.*kind.rule = parse_rule(*rule, kind, file);
  }
  retention.attributes_alone = fields.find("attributes") != nullptr;
  if (!retention.attributes_alone) retention.attributes = retention.outputs;
  if (const yaml::YamlNode* audit = fields.find("audit"); audit && yaml::yaml_text(*audit, file, "`audit`") != "keep") {
    yaml::refuse_yaml(file, audit->at, "the audit log is always kept",
                      "write keep: it is what proves that the rest was deleted");
  }
  return retention;
}

Retention read_retention(const std::filesystem::path& study_folder) {
  const auto file = StudyLayout{study_folder}.config();
  const yaml::YamlNode root = yaml::parse_yaml(read_file(file, 1 << 20), file.string());
  for (const yaml::YamlNode::Entry& entry : root.entries) {
    if (entry.key == "retention") return parse_retention(entry.value, file.string());
  }
  return {};
}

std::optional<std::chrono::sys_days> due_day(const RetentionRule& rule, std::optional<std::chrono::sys_days> from) {
  if (rule.kind == Rule::Kind::keep) return std::nullopt;
  if (rule.kind == Rule::Kind::until) return std::chrono::sys_days(rule.until);
  if (!from) return std::nullopt;
  return added(*from, rule);
}

std::optional<std::chrono::sys_days> last_interview(const Register& people) {
  std::optional<std::chrono::sys_days> last;
  for (const Participant& person : people.people) {
    for (const Session& session : person.sessions) {
      if (session.date && (!last || std::chrono::sys_days(*session.date) > *last))
        last = std::chrono::sys_days(*session.date);
    }
  }
  return last;
}

}  // namespace moniker::study
