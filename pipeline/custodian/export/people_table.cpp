#include "export/people_table.hpp"

#include <algorithm>

#include "base/csv_cell.hpp"

namespace moniker::custodian {

TableRows people_table(const ExportedStudy& study, const std::string& first) {
  TableRows rows = {{first}};
  rows[0].insert(rows[0].end(), study.columns.begin(), study.columns.end());
  for (const ExportedPerson& person : study.people) {
    rows.push_back({person.id});
    rows.back().insert(rows.back().end(), person.values.begin(), person.values.end());
  }
  return rows;
}

std::string as_csv(const TableRows& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i ? "," : "") + csv_cell(row[i]);
    out += "\r\n";
  }
  return out;
}

std::string as_tabbed(const TableRows& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string cell = row[i];
      std::replace_if(
          cell.begin(), cell.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
      out += (i ? "\t" : "") + cell;
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace moniker::custodian
