#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "rights/withdraw.hpp"

namespace moniker::study {

/// What a withdrawal comes to: `dry`, before it is done.
struct WithdrawalPage {
  WithdrawalPlan plan{};
  bool dry = false, delete_deliveries = false;
};
std::string as_text(const WithdrawalPage& page, const Style& style);
nlohmann::ordered_json as_json(const WithdrawalPage& page);

/// The part that somebody reads before they confirm it.
std::string what_goes(const WithdrawalPage& page);

}  // namespace moniker::study
