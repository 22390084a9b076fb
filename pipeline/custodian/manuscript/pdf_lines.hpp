#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/manuscript.hpp"

namespace moniker::custodian {

/// In points from the upper left corner.
struct PdfBox {
  double left = 0, top = 0, right = 0, bottom = 0;
};
/// Words that stand close together.
struct PdfPiece {
  PdfBox box{};
  std::string text{};
};
struct PdfLine {
  PdfBox box{};
  std::vector<PdfPiece> pieces{};
  std::uint32_t block = 0;   // Poppler's own: lines that stand together
  std::uint32_t number = 0;  // from 1 on its page, in the order of reading
  std::string text() const;
};
struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfLine> lines{};
};

/// What `pdftotext -bbox-layout` wrote, without what comes back at the edges of pages.
std::vector<PdfPage> pdf_pages(std::string_view xhtml);

/// Lines to paragraphs, quotations, headings and rows of tables.
std::vector<Block> pdf_blocks(const std::vector<PdfPage>& pages, const words::NumberWords& numbers);

}  // namespace moniker::custodian
