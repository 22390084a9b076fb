#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "config/config.hpp"
#include "moniker/error.hpp"

namespace moniker::study {

/// The register's rows, however it was saved.
struct RegisterTable {
  std::vector<CsvRow> rows{};     // a spreadsheet's as long as its first row
  std::vector<Problem> broken{};  // rows that could not be read; what stands below them was
  bool from_1904 = false;         // a spreadsheet whose days count from 1904
};

/// Of a .csv with commas, semicolons or tabs, in any encoding that transcripts are read in, or of a spreadsheet: its
/// first sheet that has one of the columns in its first row. `file` is for messages.
RegisterTable register_table(std::string_view bytes, const std::string& file, const std::vector<ColumnRule>& columns);

/// Without what spreadsheets and web pages leave round a cell: no-break and zero-width spaces too.
std::string_view without_outer_space(std::string_view text);

}  // namespace moniker::study
