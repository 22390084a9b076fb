// Word and OpenDocument manuscripts, by the readers that read transcripts: what was deleted or is hidden is no part.
#include <deque>

#include "base/zip_package.hpp"
#include "manuscript/manuscript.hpp"
#include "moniker/error.hpp"
#include "read/formats/docx_parts.hpp"
#include "read/formats/docx_text.hpp"
#include "read/formats/odt_text.hpp"

namespace moniker::custodian {
namespace {

constexpr double least_quote_indent = 14;  // points

Block block_of(const read::DocumentParagraph& paragraph) {
  const bool quote = paragraph.quoted || paragraph.indent >= least_quote_indent;
  return {.kind = paragraph.heading ? BlockKind::heading
                  : quote           ? BlockKind::quote
                                    : BlockKind::body,
          .text = as_one_line(paragraph.text),
          .at = {.paragraph = paragraph.number}};
}

std::string text_of_cell(const read::DocumentCell& cell) {
  std::string text;
  for (const read::DocumentParagraph& paragraph : cell) text += (text.empty() ? "" : " ") + as_one_line(paragraph.text);
  return text;
}

void add(const read::DocumentBlock& from, Manuscript& paper) {
  if (from.table == 0) {
    for (const read::DocumentCell& cell : from.cells) {
      for (const read::DocumentParagraph& paragraph : cell) paper.blocks.push_back(block_of(paragraph));
    }
    return;
  }
  Block row{.kind = BlockKind::row, .table = from.table};
  for (const read::DocumentCell& cell : from.cells) {
    row.cells.push_back(text_of_cell(cell));
    row.text += (row.cells.size() > 1 ? "\t" : "") + row.cells.back();
    if (!cell.empty() && row.at.paragraph == 0) row.at.paragraph = cell.front().number;
  }
  paper.blocks.push_back(std::move(row));
}

}  // namespace

Manuscript read_docx_paper(const std::filesystem::path& file) {
  FileSource source(file);
  const ZipPackage package(source);
  if (!read::is_docx(package)) throw Error::input("is no manuscript that is read", "save it as .docx, .odt or .txt");
  const read::DocxParts parts = read::find_docx_parts(package);
  const read::DocxStyles styles = read::read_docx_styles(package, parts);
  const read::DocxTableShapes shapes = read::read_table_shapes(package, parts.main);
  const auto bytes = package.open(parts.main);
  read::XmlPull xml(*bytes, "main text of the .docx");
  read::DocxTally tally;
  read::DocxText text(xml, styles, shapes, tally);
  Manuscript paper{.format = "docx"};
  while (const auto block = text.next()) add(*block, paper);
  return paper;
}

Manuscript read_odt_paper(const std::filesystem::path& file) {
  FileSource source(file);
  const ZipPackage package(source);
  read::OdtStyles styles;
  read::DocumentTally tally;
  std::deque<read::SideText> side;
  Manuscript paper{.format = "odt"};
  for (const std::string part : {"styles.xml", "content.xml"}) {
    if (!package.has(part)) continue;
    const auto bytes = package.open(part);
    read::XmlPull xml(*bytes, "text of the .odt", "save it again as .odt", read::XmlPull::Doctype::bare);
    read::OdtText text(xml, styles, tally, side);
    while (const auto block = text.next()) {
      if (part == "content.xml") add(*block, paper);
    }
  }
  return paper;
}

}  // namespace moniker::custodian
