#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "moniker/register.hpp"
#include "yaml/yaml_tree.hpp"

namespace moniker::study {

/// Until when one kind of file is kept: "keep", "until 2036-12-31", "90 days after sealed", "10 years after last
/// interview".
struct RetentionRule {
  enum class Kind { keep, until, after };
  enum class From { sealed, delivered, last_interview };
  enum class Unit { days, weeks, months, years };
  Kind kind = Kind::keep;
  std::chrono::year_month_day until{};
  int count = 0;
  Unit unit = Unit::days;
  From from = From::sealed;
  std::string text = "keep";  // as written
};

/// retention: of moniker.yaml. What it does not name is kept; out/attributes.csv.age goes by `outputs` then.
struct Retention {
  RetentionRule deliveries{}, quarantine{}, work{}, linkage{}, outputs{}, attributes{}, withdrawn{};
  bool attributes_alone = false;  // they have a rule of their own
};

/// Throws Error{usage} with the place: an unknown kind or rule, a date that is none, an audit log that would go.
Retention parse_retention(const yaml::YamlNode& node, const std::string& file);
/// Of a study. Throws as read_config().
Retention read_retention(const std::filesystem::path& study_folder);

/// The last day on which it may be there; nothing for `keep`, and where what it counts from has not happened.
std::optional<std::chrono::sys_days> due_day(const RetentionRule& rule, std::optional<std::chrono::sys_days> from);

/// The latest interview that the register dates.
std::optional<std::chrono::sys_days> last_interview(const Register& people);

}  // namespace moniker::study
