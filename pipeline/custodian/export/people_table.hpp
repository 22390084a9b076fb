#pragma once
#include <string>
#include <vector>

#include "outputs/exported_study.hpp"

namespace moniker::custodian {

using TableRows = std::vector<std::vector<std::string>>;

/// People and what is known of them, a row each, their IDs first; `first` heads the IDs' column.
TableRows people_table(const ExportedStudy& study, const std::string& first);

/// RFC 4180, UTF-8; and with tabs between, line ends and tabs in cells as blanks.
std::string as_csv(const TableRows& rows);
std::string as_tabbed(const TableRows& rows);

}  // namespace moniker::custodian
