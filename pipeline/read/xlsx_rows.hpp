#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "base/csv.hpp"
#include "read/xlsx_book.hpp"
#include "read/xml_pull.hpp"

namespace moniker {

inline constexpr std::string_view as_table =
    "open the spreadsheet, save it again as .xlsx or .csv and deliver that";

/// The rows of one sheet as those of a CSV (ECMA-376 part 1, 18.3.1.73): cells by their place, times of day
/// as "h:mm:ss.mmm", a formula's value. A cell's place is its row and column. Holds one row.
class XlsxRows {
 public:
  XlsxRows(const ZipPackage& package, const std::string& part, const XlsxBook& book);
  std::optional<CsvRow> next();  // rows with at least one word

 private:
  void cell(CsvRow& row);
  std::string value(const std::string& type, const std::string& text, std::size_t style) const;

  std::unique_ptr<ByteSource> source_;
  XmlPull xml_;
  const XlsxBook& book_;
  std::uint32_t line_ = 0;
};

/// The text of a shared or inline string or of a note, to the end of the element `name`: its runs without how
/// they are spoken.
std::string read_xlsx_string(XmlPull& xml, std::string_view name);

}  // namespace moniker
