#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/csv.hpp"
#include "moniker/issue.hpp"
#include "read/formats/xlsx_book.hpp"
#include "read/formats/xlsx_merges.hpp"
#include "read/formats/xml_pull.hpp"
#include "read/turns/side_text.hpp"

namespace moniker::read {

inline constexpr std::string_view as_table = "open the spreadsheet, save it again as .xlsx or .csv and deliver that";

/// The rows of one sheet as those of a CSV (ECMA-376 part 1, 18.3.1.73): cells by their place, times of day
/// as "h:mm:ss.mmm", a formula's value. A cell's place is its row and column; empty cells at a row's end are left out.
/// What is hidden (a row, also by a filter; a column; a sheet; a cell by its format or under a merged one; how a word
/// is spoken) is left out and counted. Holds one row. Throws Error{input}: cells out of order or beyond the last
/// column, a shared string that is not there, a row of more than 16 MiB, a sheet of more than 256 MiB (a shared string
/// counts each time that it is used).
class XlsxRows {
 public:
  XlsxRows(const ZipPackage& package, const XlsxSheet& sheet, const XlsxBook& book);
  void take_hidden() { takes_hidden_ = true; }  // as of a register, where a filter must hide nobody
  std::optional<CsvRow> next();                 // rows with at least one word
  void fill_up_to(std::size_t columns) { least_columns_ = columns; }  // with empty cells, from the next row on
  const Issue& hidden() const { return hidden_; }                     // cells with words so far
  const std::vector<SideText>& margins() const { return margins_; }   // of the pages; all there when the rows end

 private:
  void start_row(CsvRow& row);
  void cell(CsvRow& row);
  void column_hidden();
  void read_margin(Part part);
  bool is_hidden(std::size_t column, std::size_t style, bool words) const;
  void put(CsvRow& row, std::size_t column, std::string text);
  [[noreturn]] static void refuse(const CsvRow& row, std::size_t column, const char* what);
  std::string value(const std::string& type, const std::string& text, std::size_t style, const CsvRow& row) const;

  std::unique_ptr<ByteSource> source_;
  XmlPull xml_;
  const XlsxBook& book_;
  XlsxMerges merges_;
  bool sheet_hidden_, row_hidden_ = false, takes_hidden_ = false;
  bool rows_hidden_ = false;  // those that say nothing themselves
  std::vector<SideText> margins_{};
  std::vector<std::pair<std::size_t, std::size_t>> hidden_columns_{};  // first and last, from 0
  Issue hidden_{.code = IssueCode::document_hidden_text, .count = 0};
  std::uint32_t line_ = 0;
  std::size_t least_columns_ = 0, column_ = 0, row_bytes_ = 0, bytes_ = 0;
};

/// The text of a shared or inline string or of a note, to the end of the element `name`: its runs without how
/// they are spoken, of which the pieces are counted.
std::string read_xlsx_string(XmlPull& xml, std::string_view name, std::uint64_t& spoken);

}  // namespace moniker::read
