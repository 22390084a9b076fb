#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "config/config.hpp"
#include "look/check_delivered.hpp"

namespace moniker::cli {

/// A row of the sheet that a person should look at. It holds no cell: line and column's name say where.
struct RowRemark {
  std::uint32_t line = 0;  // as the spreadsheet counts; 0: not one row
  std::string says{}, remedy{};
};

/// Who speaks in a delivered file, against whom the sheet has for it. Labels identify: they are told on request.
struct FileRemark {
  std::string file{}, name{};                         // fit to be shown; as it is, which may be somebody's
  bool missing = false;                               // the sheet names it, and it is not in incoming/
  std::vector<std::string> unclaimed{}, not_there{};  // labels: of nobody's row; of a row, and not in the file
};

/// What `moniker register check` tells of a sheet that can be read: one that cannot is an Error with all that is wrong.
struct RegisterPage {
  std::string file{};
  std::size_t people = 0, participants = 0, waiting = 0;  // waiting: for a consent that covers what is required
  bool show_text = false;
  std::vector<RowRemark> rows{};
  std::vector<FileRemark> files{};
  bool needs_a_person() const { return !rows.empty() || !files.empty(); }
};

RegisterPage register_page(const study::StudyConfig& config, const Register& people,
                           const std::vector<look::CheckedFile>& delivered);
std::string as_text(const RegisterPage& page, const Style& style);
nlohmann::ordered_json as_json(const RegisterPage& page);

}  // namespace moniker::cli
