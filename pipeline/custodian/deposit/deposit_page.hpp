#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "deposit/deposit.hpp"

namespace moniker::custodian {

/// What a deposit holds and what not, and what is wanted before it can be sent. No word of any transcript.
std::string as_text(const Deposit& deposit, const Style& style);
nlohmann::ordered_json as_json(const Deposit& deposit);

}  // namespace moniker::custodian
