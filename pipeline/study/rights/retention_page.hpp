#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "rehearsal/rehearsal.hpp"
#include "rights/retention.hpp"

namespace moniker::study {

/// What of a study has an end, on a day, and what was just deleted.
struct RetentionPage {
  std::chrono::sys_days today{};
  RetentionResult done{};
  std::vector<RetentionItem> items{};
  std::optional<Changes> writes{};  // of a rehearsal: nothing was deleted, and this is all that would be written
  bool overdue() const;
};
std::string as_text(const RetentionPage& page, const Style& style);
nlohmann::ordered_json as_json(const RetentionPage& page);

}  // namespace moniker::study
