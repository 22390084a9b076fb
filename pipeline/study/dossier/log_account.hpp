#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.hpp"

namespace moniker::study {

/// What an audit log says of a study's results: of every transcript what was replaced when it was written last, the
/// sealed files that stand, and who saw or took away what.
struct LogAccount {
  /// Transcript -> (label, rule) -> how many.
  std::map<std::string, std::map<std::pair<std::string, std::string>, std::uint64_t>> replaced{};
  struct Written {
    std::string transcript{}, digest{}, version{}, rules{};
    std::chrono::sys_days day{};
  };
  std::map<std::string, Written> outputs{};        // by path in the study
  std::vector<LoggedAct> acts{};                   // in order
  std::map<std::uint64_t, std::string> decided{};  // digests of decisions, by number
  std::chrono::sys_days first{}, last{};           // of its records
  std::string head{};                              // digest of the last record
};

/// Throws Error as for_each_event() does.
LogAccount read_log_account(const std::filesystem::path& log);

}  // namespace moniker::study
