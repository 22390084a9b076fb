#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/events.hpp"
#include "base/layout.hpp"

namespace moniker::study {

/// What the audit log says of dates and of the files that were published.
struct LogDates {
  std::map<std::string, std::chrono::sys_days> scanned{};  // by file key: when it was first seen
  std::map<std::pair<std::string, std::string>, std::chrono::sys_days>
      sealed{};  // by file key and digest of the delivered bytes: first
  struct Output {
    std::string key{}, input{}, digest{};
  };
  /// By name in out/: the last that was published; also of what was deleted since, which is due again if it is there.
  std::map<std::string, Output> outputs{};
  /// Deletions by `moniker retention` since its last certificate that is there.
  std::vector<audit::events::Deleted> uncertified{};
  /// The last certificate of retention, where the log names it and it is not there: it is made again by that name.
  std::string begun_certificate{};
};

/// Throws Error{integrity} where a line is no record.
LogDates read_log_dates(const StudyLayout& layout);

}  // namespace moniker::study
