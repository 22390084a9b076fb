#pragma once
#include <map>

#include "docx_fixture.hpp"

// Workbooks made on the spot.

namespace reading {

struct XlsxCell {
  std::string text{};
  std::string type = "inlineStr";  // "n": a number; "s": a shared string's number; "t": a number shown as a time;
                                   // "blank": one that is not shown; "numbers": a format for those alone
};
using XlsxSheet = std::vector<std::vector<XlsxCell>>;

struct Xlsx {
  std::vector<XlsxSheet> sheets{};
  std::vector<std::string> shared{};  // content of <si>
  std::string notes{};                // content of <commentList> of the first sheet
  // What is hidden: by sheet and by row from 0, attributes; elements before the rows of all sheets.
  std::map<std::size_t, std::string> sheet_state{}, row_state{};
  std::string columns{}, merged{};  // merged: <mergeCell> of all sheets

  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '&')
        out += "&amp;";
      else if (c == '<')
        out += "&lt;";
      else if (c == '>')
        out += "&gt;";
      else
        out += c;
    }
    return out;
  }

  std::string sheet(const XlsxSheet& rows) const {
    std::string xml = "<worksheet xmlns=\"m\">" + columns + "<sheetData>";
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::string line = std::to_string(r + 1);
      xml += "<row r=\"" + line + "\"" + (row_state.contains(r) ? row_state.at(r) : "") + ">";
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const XlsxCell& cell = rows[r][c];
        if (cell.text.empty()) continue;
        xml += "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + line + "\"";
        if (cell.type == "inlineStr")
          xml += " t=\"inlineStr\"><is><t>" + escaped(cell.text) + "</t></is></c>";
        else if (cell.type == "numbers")
          xml += " s=\"3\" t=\"inlineStr\"><is><t>" + escaped(cell.text) + "</t></is></c>";
        else if (cell.type == "s")
          xml += " t=\"s\"><v>" + cell.text + "</v></c>";
        else
          xml += (cell.type == "t"       ? " s=\"1\"><v>"
                  : cell.type == "blank" ? " s=\"2\"><v>"
                                         : "><v>") +
                 cell.text + "</v></c>";
      }
      xml += "</row>";
    }
    return xml + "</sheetData>" + (merged.empty() ? "" : "<mergeCells>" + merged + "</mergeCells>") + "</worksheet>";
  }

  std::string bytes() const {
    std::string rows, related = relation("styles", "styles.xml") + relation("sharedStrings", "sharedStrings.xml");
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      rows += "<sheet name=\"S" + number + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\"" +
              (sheet_state.contains(i) ? sheet_state.at(i) : "") + "/>";
      related +=
          "<Relationship Id=\"s" + number + "\" Type=\"x/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
      parts.push_back({"xl/worksheets/sheet" + number + ".xml", sheet(sheets[i])});
    }
    std::string strings;
    for (const std::string& string : shared) strings += "<si>" + string + "</si>";
    parts.insert(parts.begin(),
                 {{"[Content_Types].xml", "<Types xmlns=\"c\"/>"},
                  {"_rels/.rels", relations(relation("officeDocument", "xl/workbook.xml"))},
                  {"xl/workbook.xml", "<workbook xmlns=\"m\" xmlns:r=\"r\"><sheets>" + rows + "</sheets></workbook>"},
                  {"xl/_rels/workbook.xml.rels", relations(related)},
                  {"xl/sharedStrings.xml", "<sst xmlns=\"m\">" + strings + "</sst>"},
                  {"xl/styles.xml",
                   "<styleSheet xmlns=\"m\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"[h]:mm:ss.000\"/>"
                   "<numFmt numFmtId=\"171\" formatCode=\"[Black] ;;;&quot;&quot;\"/>"
                   "<numFmt numFmtId=\"172\" formatCode=\"General;General;General;\"/></numFmts>"
                   "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf "
                   "numFmtId=\"172\"/></cellXfs></styleSheet>"}});
    if (!notes.empty()) {
      parts.push_back({"xl/worksheets/_rels/sheet1.xml.rels", relations(relation("comments", "../comments1.xml"))});
      parts.push_back(
          {"xl/comments1.xml", "<comments xmlns=\"m\"><authors><author>Gosia</author></authors><commentList>" + notes +
                                   "</commentList></comments>"});
    }
    return zip_of(parts);
  }
};

}  // namespace reading
