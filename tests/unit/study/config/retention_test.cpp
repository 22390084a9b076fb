// Rules of retention as written, and the day on which each ends.
#include "config/retention.hpp"

#include <catch2/catch.hpp>

#include "moniker/error.hpp"

using namespace moniker::study;

namespace {

using namespace std::chrono;
using moniker::study::RetentionRule;

moniker::study::Retention parsed(const std::string& text) {
  return moniker::study::parse_retention(moniker::yaml::parse_yaml(text, "moniker.yaml"), "moniker.yaml");
}

std::string refusal(const std::string& text) {
  try {
    parsed(text);
  } catch (const moniker::Error& error) {
    const auto& p = error.problem();
    return std::to_string(p.at.line) + ":" + std::to_string(p.at.column) + ": " + p.what;
  }
  return "none";
}

}  // namespace

TEST_CASE("a rule ends on its day") {
  struct Case {
    const char* rule;
    std::optional<sys_days> from, due;
  };
  const sys_days from = 2026y / January / 31;
  const auto none = std::optional<sys_days>();
  for (const Case& c : {Case{"keep", from, none},
                        {"until 2030-12-31", none, sys_days(2030y / December / 31)},
                        {"0 days", from, from},
                        {"90 days after sealed", from, sys_days(2026y / May / 1)},
                        {"2 weeks", from, sys_days(2026y / February / 14)},
                        {"1 month", from, sys_days(2026y / February / 28)},
                        {"25 months", from, sys_days(2028y / February / 29)},
                        {"10 years after last interview", from, sys_days(2036y / January / 31)},
                        {"90 days after sealed", none, none}}) {
    CAPTURE(c.rule);
    CHECK(due_day(parsed(std::string("deliveries: ") + c.rule).deliveries, c.from) == c.due);
  }
  CHECK(due_day(parsed("outputs: 1 year").outputs, sys_days(2024y / February / 29)) == sys_days(2025y / February / 28));
}

TEST_CASE("a rule is counted from what it says, or from what its kind is counted from") {
  using From = RetentionRule::From;
  CHECK(parsed("deliveries: 9 days").deliveries.from == From::sealed);
  CHECK(parsed("deliveries: 9 days after delivered").deliveries.from == From::delivered);
  CHECK(parsed("quarantine: 9 days").quarantine.from == From::delivered);
  CHECK(parsed("work: 9 days").work.from == From::sealed);
  CHECK(parsed("linkage: 9 years").linkage.from == From::last_interview);
  CHECK(parsed("outputs: 9 years after sealed").outputs.from == From::sealed);
  CHECK(parsed("audit: keep").outputs.kind == RetentionRule::Kind::keep);
}

TEST_CASE("what is no rule is refused where it stands") {
  struct Case {
    const char *text, *refused;
  };
  for (const Case& c : {Case{"deliveries: soon", "1:13: the rule is not understood"},
                        {"deliveries: 90", "1:13: the rule is not understood"},
                        {"deliveries: -1 days", "1:13: the rule is not understood"},
                        {"deliveries: 90 fortnights", "1:13: the rule is not understood"},
                        {"deliveries: 90 days before sealed", "1:13: the rule is not understood"},
                        {"deliveries: 90 days after", "1:13: the rule is not understood"},
                        {"deliveries: 99999999999 days", "1:13: the rule is not understood"},
                        {"linkage: until 31/12/2030", "1:10: the date is none"},
                        {"linkage: until 2030-02-30", "1:10: the date is none"},
                        {"quarantine: 9 days after sealed", "1:13: quarantine cannot be counted from `sealed`"},
                        {"linkage: 9 days after delivered", "1:10: linkage cannot be counted from `delivered`"},
                        {"work: keep\naudit: 10 years", "2:8: the audit log is always kept"}}) {
    CAPTURE(c.text);
    CHECK(refusal(c.text) == c.refused);
  }
  CHECK(refusal("backups: keep") != "none");
}
