#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "steps/opened_study.hpp"

namespace moniker::study {

/// Something of a study that has an end, or has none yet.
struct RetentionItem {
  std::string kind{};                          // deliveries, quarantine, work, linkage, outputs
  std::string shown{};                         // fit to be shown
  std::string rule{};                          // as moniker.yaml writes it
  std::optional<std::chrono::sys_days> due{};  // the last day on which it may be there
  std::string waits{};                         // why it is not deleted although it is due; empty: it is
  std::string transcript{}, key{};             // T03, and as in the audit log; empty where it is of the whole study
  std::vector<std::filesystem::path> files{};

  /// On that day: negative once it is overdue.
  std::optional<std::int64_t> days_left(std::chrono::sys_days today) const {
    if (!due) return std::nullopt;
    return (*due - today).count();
  }
};

/// All of them, soonest first; what has no end comes last.
std::vector<RetentionItem> retention_items(const OpenedStudy& opened);
/// The same for who only looks.
std::vector<RetentionItem> retention_items(const Study& study, const StudyKeys& keys, const Ledger& ledger);

/// Deletes what is due on `as_of` and waits for nothing, each logged first, and leaves a signed certificate. Gives the
/// items that went and the certificate's name, empty where nothing did. A delivery goes only when what the log says was
/// made of it, of these very bytes, lies in out/.
struct RetentionResult {
  std::vector<RetentionItem> deleted{};
  std::string certificate{};
};
RetentionResult apply_retention(OpenedStudy& opened, std::chrono::sys_days as_of, const std::string& by);

}  // namespace moniker::study
