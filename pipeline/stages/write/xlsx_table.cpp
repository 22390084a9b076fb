#include "write/xlsx_table.hpp"

#include <algorithm>

#include "write/office_package.hpp"
#include "write/xml_builder.hpp"
#include "write/zip_package.hpp"

namespace moniker::write {
namespace {

/// Cells have the second format, which is text (18.8.30, number format 49).
constexpr std::string_view sheet_styles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
)";
constexpr const char* main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// 0 -> A, 27 -> AB.
std::string column_name(std::size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) name += static_cast<char>('A' + (column - 1) % 26);
  std::reverse(name.begin(), name.end());
  return name;
}

/// A sheet's name has at most 31 characters and none of []:*?/\ (Excel); ours are ASCII.
std::string sheet_name(std::string_view wanted) {
  std::string name(wanted.substr(0, 31));
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = ' ';
  }
  return name.empty() ? "Sheet1" : name;
}

std::string workbook(std::string_view sheet) {
  XmlBuilder xml;
  xml.start("workbook")
      .attribute("xmlns", main_space)
      .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
      .start("sheets")
      .start("sheet")
      .attribute("name", sheet_name(sheet))
      .attribute("sheetId", "1")
      .attribute("r:id", "rId1");
  return xml.finish();
}

std::string worksheet(const std::vector<std::vector<std::string>>& rows) {
  XmlBuilder xml;
  xml.start("worksheet").attribute("xmlns", main_space).start("sheetData");
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string line = std::to_string(r + 1);
    xml.start("row").attribute("r", line);
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      xml.start("c").attribute("r", column_name(c) + line).attribute("s", "1").attribute("t", "inlineStr").start("is");
      xml.start("t").attribute("xml:space", "preserve").text(rows[r][c]).end().end().end();
    }
    xml.end();
  }
  return xml.finish();
}

}  // namespace

std::string xlsx_table(std::string_view sheet, const std::vector<std::vector<std::string>>& rows) {
  return zip_package(
      {{"[Content_Types].xml", office_content_types({{"xl/workbook.xml", "spreadsheetml.sheet.main"},
                                                     {"xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"},
                                                     {"xl/styles.xml", "spreadsheetml.styles"}})},
       {"_rels/.rels", office_relations({{"officeDocument", "xl/workbook.xml"}})},
       {"xl/workbook.xml", workbook(sheet)},
       {"xl/_rels/workbook.xml.rels",
        office_relations({{"worksheet", "worksheets/sheet1.xml"}, {"styles", "styles.xml"}})},
       {"xl/styles.xml", std::string(sheet_styles)},
       {"xl/worksheets/sheet1.xml", worksheet(rows)}});
}

}  // namespace moniker::write
