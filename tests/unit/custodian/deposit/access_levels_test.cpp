#include "deposit/access_levels.hpp"

#include <catch2/catch.hpp>

#include "base/byte_source.hpp"
#include "support/refusal.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

DepositSettings settings_for_open() {
  DepositSettings settings;
  settings.licence = "CC BY 4.0";
  return settings;
}

std::size_t unmet(const char* level, const DepositSettings& settings, const DepositPolicy& policy, std::size_t k = 5,
                  bool wording = true) {
  return unmet_demands(access_level(level), {settings, policy, k, true, wording}).size();
}

}  // namespace

TEST_CASE("each demand of an access level can fail, and is asked of no milder level that does not make it") {
  const DepositSettings settings = settings_for_open();
  const DepositPolicy policy;
  for (const char* level : {"open", "safeguarded", "controlled"}) CHECK(unmet(level, settings, policy) == 0);
  CHECK(unmet("open", settings, policy, 4) == 1);
  CHECK(unmet("safeguarded", settings, policy, 3) == 0);
  CHECK(unmet("safeguarded", settings, policy, 2) == 1);
  CHECK(unmet("controlled", settings, policy, 1) == 0);
  CHECK(unmet("safeguarded", settings, policy, 5, false) == 1);
  CHECK(unmet("controlled", settings, policy, 5, false) == 0);
  CHECK(unmet("open", DepositSettings{}, policy) == 1);

  DepositSettings turns = settings;
  turns.others = "turns";
  CHECK(unmet("open", turns, policy) == 1);
  CHECK(unmet("safeguarded", turns, policy) == 0);

  struct Case {
    const char* key;
    DepositRule rule;
    std::size_t open, safeguarded, controlled;
  };
  const Case cases[] = {{"DATE", {"keep"}, 1, 1, 0},        {"DATE/birth_date", {"keep"}, 1, 1, 0},
                        {"DATE", {"decade"}, 0, 0, 0},      {"AGE", {"keep"}, 1, 1, 0},
                        {"AGE", {"band", 5, 80}, 1, 1, 0},  {"AGE", {"band", 20, 95}, 1, 1, 0},
                        {"AGE", {"band", 10, 90}, 0, 0, 0}, {"LOCATION", {"number"}, 1, 0, 0},
                        {"ORG", {"number"}, 1, 0, 0},       {"LOCATION/road", {"keep"}, 1, 0, 0}};
  for (const Case& c : cases) {
    INFO(c.key << " " << c.rule.does);
    DepositPolicy other;
    other.rules[c.key] = c.rule;
    CHECK(unmet("open", settings, other) == c.open);
    CHECK(unmet("safeguarded", settings, other) == c.safeguarded);
    CHECK(unmet("controlled", settings, other) == c.controlled);
  }
  DepositPolicy balanced, light;
  balanced.profile = "balanced";
  light.profile = "light";
  CHECK(unmet("open", settings, balanced) == 1);
  CHECK(unmet("safeguarded", settings, balanced) == 0);
  CHECK(unmet("controlled", settings, light) == 1);
}

TEST_CASE("an access level that there is not is refused, and so is none") {
  CHECK(test::refusal_of([] { access_level("public"); }) ==
        "there is no access level \"public\" / give --access open, safeguarded or controlled, or write it under "
        "deposit: in moniker.yaml");
  CHECK(test::status_of([] { access_level(""); }) == 2);
}

TEST_CASE("docs/deposit.md lists every demand with the levels that make it") {
  const std::string page = read_file(std::string(MONIKER_SOURCE_DIR) + "/docs/deposit.md");
  const auto yes = [](bool asked) { return asked ? "yes" : ""; };
  for (const DemandRow& row : all_demands()) {
    const std::string line = "| " + std::string(row.demand) + " | " + yes(row.open) + " | " + yes(row.safeguarded) +
                             " | " + yes(row.controlled) + " |\n";
    INFO(line);
    CHECK(page.find(line) != std::string::npos);
  }
}
