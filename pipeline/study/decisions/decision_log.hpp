#pragma once
#include <vector>

#include "decisions/decision.hpp"
#include "opened/books.hpp"
#include "opened/log_memory.hpp"

namespace moniker::study {

/// Logs the decisions that the log does not hold yet; whether there were any. Where the ledger was deleted they are
/// logged once more: the same number, the same digest.
bool log_decisions(const StudyLayout& layout, const std::vector<Decision>& all, Books& books);

/// Throws Error{integrity}: a decision that the log names is missing, or is another.
void require_decisions(const StudyLayout& layout, const std::vector<Decision>& all, const LogMemory& memory);

}  // namespace moniker::study
