#pragma once
#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/utf8.hpp"

// Portable documents made on the spot (ISO 32000-1): a page a list of lines, in a font whose codes are those of Unicode
// (9.10.3), so that it needs no glyphs.

namespace reading {

using PdfPage = std::vector<std::string>;

inline std::string pdf_string(const std::string& line) {
  std::string hex = "<";
  for (std::size_t at = 0; at < line.size();) {
    const moniker::CodePoint point = moniker::code_point_at(line, at);
    const auto code = static_cast<std::uint32_t>(point.value);
    hex += code < 0x10000 ? fmt::format("{:04X}", code)
                          : fmt::format("{:04X}{:04X}", 0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF));
    at += point.length;
  }
  return hex + ">";
}

inline std::string pdf_stream(const std::string& bytes) {
  return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", bytes.size(), bytes);
}

inline std::string pdf_of(const std::vector<PdfPage>& pages, const std::string& trailer = {}) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R "
      ">>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering "
      "(Identity) /Supplement 0 >> >>",
      pdf_stream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
                 "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end")};
  std::string kids;
  for (const PdfPage& page : pages) {
    std::string shown = "BT /F1 9 Tf 40 800 Td 12 TL\n";
    for (const std::string& line : page) shown += pdf_string(line) + " Tj T*\n";
    objects.push_back(pdf_stream(shown + "ET"));
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
                    ">> >> /Contents {} 0 R >>",
                    objects.size()));
    kids += fmt::format("{} 0 R ", objects.size());
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  std::string out = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return out +
         fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer << /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, table, objects.size() + 1, trailer, out.size());
}

}  // namespace reading
