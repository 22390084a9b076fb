#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "rights/retention.hpp"

namespace moniker::study {

/// What of a study has an end, on a day, and what was just deleted.
struct RetentionPage {
  std::chrono::sys_days today{};
  RetentionResult done{};
  std::vector<RetentionItem> items{};
  bool overdue() const;
};
std::string as_text(const RetentionPage& page, const Style& style);
nlohmann::ordered_json as_json(const RetentionPage& page);

}  // namespace moniker::study
