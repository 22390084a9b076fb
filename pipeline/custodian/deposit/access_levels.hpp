#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "moniker/deposit_settings.hpp"

namespace moniker::custodian {

/// Who may read what is deposited, and what that asks of it.
struct AccessLevel {
  std::string_view name{};
  std::size_t k = 1;                            // so many are alike by the data list
  std::string_view readers{};                   // for README and metadata
  std::string_view rights{}, rights_address{};  // as repositories name it
};
/// Throws Error{usage} naming the known ones.
const AccessLevel& access_level(const std::string& name);

/// What a level asks and does not find.
struct Unmet {
  std::string_view demand{};
  std::string remedy{};
};
struct AskedOf {
  const DepositSettings& settings;
  const DepositPolicy& policy;
  std::size_t k = 0;  // reached
  bool characteristics = false;
  bool wording = false;
};
std::vector<Unmet> unmet_demands(const AccessLevel& level, const AskedOf& deposit);

/// Every demand there is with the levels that make it: for docs/deposit.md, which a test holds to it.
struct DemandRow {
  std::string_view demand{};
  bool open = false, safeguarded = false, controlled = false;
};
std::vector<DemandRow> all_demands();

}  // namespace moniker::custodian
