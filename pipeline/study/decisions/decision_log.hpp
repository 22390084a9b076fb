#pragma once
#include <vector>

#include "decisions/decision.hpp"
#include "opened/books.hpp"

namespace moniker::study {

/// Logs the decisions that the log does not hold yet; whether there were any. Where the ledger was deleted they are
/// logged once more: the same number, the same digest.
bool log_decisions(const std::vector<Decision>& all, Books& books);

}  // namespace moniker::study
