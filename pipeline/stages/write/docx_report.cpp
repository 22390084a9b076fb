// Headings, paragraphs and tables as a Word document: for what goes into a paper, and not for talk. A table has lines
// above and below its heading and at its end, as journals set them (ECMA-376 part 1, 17.4).
#include "write/docx_report.hpp"

#include "write/docx_styles.hpp"
#include "write/office_package.hpp"
#include "write/xml_builder.hpp"
#include "write/zip_package.hpp"

namespace moniker::write {
namespace {

class ReportXml {
 public:
  ReportXml() {
    xml_.start("w:document")
        .attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .start("w:body");
  }

  void paragraph(const char* style, std::string_view text, bool bold = false) {
    xml_.start("w:p").start("w:pPr").start("w:pStyle").attribute("w:val", style).end().end().start("w:r");
    if (bold) xml_.start("w:rPr").start("w:b").end().end();
    xml_.start("w:t").attribute("xml:space", "preserve").text(text).end().end().end();
  }

  void table(const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return;
    xml_.start("w:tbl").start("w:tblPr");
    xml_.start("w:tblW").attribute("w:w", "0").attribute("w:type", "auto").end();
    borders("w:tblBorders", {"w:top", "w:bottom"});
    xml_.end().start("w:tblGrid");
    for (std::size_t i = 0; i < rows.front().size(); ++i) xml_.start("w:gridCol").end();
    xml_.end();
    for (const auto& row : rows) {
      const bool heading = &row == &rows.front();
      xml_.start("w:tr");
      if (heading) xml_.start("w:trPr").start("w:tblHeader").end().end();
      for (const std::string& cell : row) {
        xml_.start("w:tc").start("w:tcPr");
        xml_.start("w:tcW").attribute("w:w", "0").attribute("w:type", "auto").end();
        if (heading) borders("w:tcBorders", {"w:bottom"});
        xml_.end();
        paragraph("Normal", cell, heading);
        xml_.end();
      }
      xml_.end();
    }
    xml_.end();
    paragraph("Normal", "");  // a document may not end with a table, and two in succession are taken for one
  }

  std::string finish() { return xml_.finish(); }

 private:
  void borders(const char* element, std::initializer_list<const char*> sides) {
    xml_.start(element);
    for (const char* side : sides) {
      xml_.start(side).attribute("w:val", "single").attribute("w:sz", "6").attribute("w:space", "0");
      xml_.attribute("w:color", "auto").end();
    }
    xml_.end();
  }

  XmlBuilder xml_{};
};

}  // namespace

std::string docx_report(const std::string& title, const std::vector<ReportBlock>& blocks) {
  ReportXml document;
  document.paragraph("Title", title);
  for (const ReportBlock& block : blocks) {
    if (const auto* heading = std::get_if<ReportHeading>(&block)) document.paragraph("Heading1", heading->text);
    if (const auto* paragraph = std::get_if<ReportParagraph>(&block)) document.paragraph("Normal", paragraph->text);
    if (const auto* table = std::get_if<ReportTable>(&block)) document.table(table->rows);
  }
  return zip_package(
      {{"[Content_Types].xml", office_content_types({{"word/document.xml", "wordprocessingml.document.main"},
                                                     {"word/styles.xml", "wordprocessingml.styles"}})},
       {"_rels/.rels", office_relations({{"officeDocument", "word/document.xml"}})},
       {"word/document.xml", document.finish()},
       {"word/_rels/document.xml.rels", office_relations({{"styles", "styles.xml"}})},
       {"word/styles.xml", std::string(docx_styles)}});
}

}  // namespace moniker::write
