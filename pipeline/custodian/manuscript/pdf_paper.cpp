// A pdf holds where words are printed. Poppler's pdftotext tells lines with their boxes (-bbox-layout), columns in the
// order of reading; what is a paragraph, a block quotation, a table or the furniture of a page is read from the boxes.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

#include "base/run_program.hpp"
#include "base/text.hpp"
#include "manuscript/manuscript.hpp"
#include "manuscript/pdf_lines.hpp"
#include "moniker/error.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::custodian {
namespace {

double number_of(const read::XmlPull& xml, std::string_view name) {
  const std::string said = xml.attribute(name).value_or("0");
  double number = 0;
  std::from_chars(said.data(), said.data() + said.size(), number);
  return number;
}

/// A line whose words stand far apart is cells of a table.
void add_word(PdfLine& line, const PdfBox& box, std::string_view word) {
  const double gap = line.pieces.empty() ? 0 : box.left - line.pieces.back().box.right;
  if (line.pieces.empty() || gap > 1.6 * (box.bottom - box.top)) {
    line.pieces.push_back({box, std::string(word)});
    return;
  }
  line.pieces.back().text += " " + std::string(word);
  line.pieces.back().box.right = box.right;
}

void leave_out_furniture(std::vector<PdfPage>& pages) {
  std::map<std::string, std::size_t> seen;
  const auto same = [](const PdfLine& line) {
    std::string text = line.text();
    std::erase_if(text, [](char c) { return is_white(c) || is_ascii_digit(c); });
    return text;
  };
  const auto at_edge = [](const PdfPage& page, const PdfLine& line) {
    return line.box.bottom < page.height * 0.11 || line.box.top > page.height * 0.89;
  };
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) seen[same(line)] += at_edge(page, line);
  }
  for (PdfPage& page : pages) {
    std::erase_if(page.lines, [&](const PdfLine& line) {
      if (line.box.bottom < page.height * 0.062 || line.box.top > page.height * 0.938) return true;  // in the margin
      const std::string text = same(line);
      const bool number = text.size() < 5 && text.find_first_of(")]") == text.npos;  // "81)" ends a sentence
      return at_edge(page, line) && (number || (seen[text] >= 2 && seen[text] * 2 >= pages.size()));
    });
  }
}

/// A line that stands on one side of the page alone, and those beside it on the other: columns. 0 where there are none.
double gutter_of(const PdfPage& page) {
  const double middle = page.width / 2;
  std::size_t left = 0, right = 0;
  for (const PdfLine& line : page.lines) {
    left += line.box.right <= middle + 8 && line.box.right > page.width * 0.2;
    right += line.box.left >= middle - 8;
  }
  return left >= 4 && right >= 4 && (left + right) * 10 >= page.lines.size() * 7 ? middle : 0;
}

/// The left column from top to bottom, then the right one; a line over both parts what stands above it from what stands
/// below.
void in_reading_order(PdfPage& page) {
  const double gutter = gutter_of(page);
  if (gutter == 0) return;
  const auto side = [&](const PdfLine& line) {
    return line.box.left >= gutter - 8 ? 2 : line.box.right <= gutter + 8 ? 1 : 0;
  };
  std::vector<double> bars;  // where lines over both columns stand
  for (const PdfLine& line : page.lines) {
    if (side(line) == 0) bars.push_back(line.box.top);
  }
  const auto key = [&](const PdfLine& line) {
    const auto above = std::count_if(bars.begin(), bars.end(), [&](double top) { return top <= line.box.top + 1; });
    return std::tuple(above, side(line), line.box.top);
  };
  std::stable_sort(page.lines.begin(), page.lines.end(),
                   [&](const PdfLine& a, const PdfLine& b) { return key(a) < key(b); });
}

}  // namespace

std::string PdfLine::text() const {
  std::string all;
  for (const PdfPiece& piece : pieces) all += (all.empty() ? "" : " ") + piece.text;
  return all;
}

std::vector<PdfPage> pdf_pages(std::string_view xhtml) {
  std::vector<PdfPage> pages;
  MemorySource source(xhtml);
  read::XmlPull xml(source, "text of the pdf", "give the manuscript as .docx or .txt", read::XmlPull::Doctype::bare);
  std::string word;
  PdfBox box;
  std::uint32_t block = 0;
  while (xml.next()) {
    const std::string_view name = xml.name();
    if (xml.event() == read::XmlPull::Event::text) {
      word += xml.text();
    } else if (xml.event() == read::XmlPull::Event::end) {
      if (name == "word" && !pages.empty() && !pages.back().lines.empty())
        add_word(pages.back().lines.back(), box, as_one_line(word));
    } else if (name == "page") {
      pages.push_back({number_of(xml, "width"), number_of(xml, "height"), {}});
    } else if (name == "block") {
      ++block;
    } else if (name == "line" || name == "word") {
      box = {number_of(xml, "xMin"), number_of(xml, "yMin"), number_of(xml, "xMax"), number_of(xml, "yMax")};
      word.clear();
      if (name == "line" && !pages.empty()) pages.back().lines.push_back({box, {}, block});
    }
  }
  for (PdfPage& page : pages) {
    std::uint32_t number = 0;
    std::erase_if(page.lines, [](const PdfLine& line) { return line.pieces.empty(); });
    in_reading_order(page);
    for (PdfLine& line : page.lines) line.number = ++number;
  }
  leave_out_furniture(pages);
  return pages;
}

Manuscript read_pdf_paper(std::string_view bytes, const ManuscriptReading& reading) {
  const auto end = run_program(reading.pdf_to_text, {"-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes);
  if (!end) {
    throw Error::input("is a pdf, and the program that reads its text is not installed",
                       "install Poppler (Debian: poppler-utils), or give the manuscript as .docx");
  }
  if (end->how != ProgramEnd::How::well)
    throw Error::input("is a pdf that cannot be read", "give the manuscript as .docx or .txt");
  Manuscript paper{.format = "pdf", .blocks = pdf_blocks(pdf_pages(end->output), reading.numbers)};
  return paper;
}

}  // namespace moniker::custodian
