// A sheet of a workbook, row by row: cells are put where they say they stand, shared strings are looked up, times of
// day are written as clocks, and what is hidden is counted and passed over.
#include "read/formats/xlsx_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "moniker/error.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_columns = 16'384;  // of Excel
constexpr std::size_t longest_sheet_row = std::size_t{16} << 20, longest_sheet = std::size_t{256} << 20;

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "C12" -> 2; nothing where it is no place.
std::optional<std::size_t> column_of(std::string_view place) {
  std::size_t column = 0;
  for (const char c : place) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > most_columns) return std::nullopt;
  }
  return column > 0 ? std::optional(column - 1) : std::nullopt;
}

/// A row or column that says it is hidden, or that has no size.
bool is_unseen(const XmlPull& xml, std::string_view size) {
  const std::string hidden = xml.attribute("hidden").value_or("0");
  return hidden == "1" || hidden == "true" || number<double>(xml.attribute(size).value_or("1")) == 0.0;
}

/// A part of a day.
std::string clock(double days) {
  const auto milliseconds = static_cast<std::int64_t>(std::llround(days * 86'400'000));
  return fmt::format("{}:{:02}:{:02}.{:03}", milliseconds / 3'600'000, milliseconds / 60'000 % 60,
                     milliseconds / 1000 % 60, milliseconds % 1000);
}

}  // namespace

std::string read_xlsx_string(XmlPull& xml, std::string_view name, std::uint64_t& spoken) {
  std::string text;
  bool inside = false;
  while (xml.next()) {
    if (xml.event() == XmlPull::Event::text) {
      if (inside) text += xml.text();
      continue;
    }
    const bool started = xml.event() == XmlPull::Event::start;
    if (started && xml.name() == "rPh")
      xml.skip(), ++spoken;
    else if (xml.name() == "t")
      inside = started;
    else if (!started && xml.name() == name)
      break;
  }
  return text;
}

XlsxRows::XlsxRows(const ZipPackage& package, const XlsxSheet& sheet, const XlsxBook& book)
    : source_(package.open(sheet.part)),
      xml_(*source_, "sheet of the .xlsx", as_table),
      book_(book),
      merges_(package, sheet.part),
      sheet_hidden_(sheet.hidden) {}

std::optional<CsvRow> XlsxRows::next() {
  CsvRow row;
  while (xml_.next()) {
    if (xml_.event() == XmlPull::Event::text) continue;
    const bool started = xml_.event() == XmlPull::Event::start;
    if (started && xml_.name() == "row") {
      start_row(row);
    } else if (started && xml_.name() == "col") {
      column_hidden();
    } else if (started && xml_.name() == "sheetFormatPr") {
      const std::string hidden = xml_.attribute("zeroHeight").value_or("0");
      rows_hidden_ = hidden == "1" || hidden == "true";
    } else if (started && (xml_.name().ends_with("Header") || xml_.name().ends_with("Footer"))) {
      read_margin(xml_.name().ends_with("Header") ? Part::header : Part::footer);
    } else if (started && xml_.name() == "c") {
      cell(row);
    } else if (!started && xml_.name() == "row") {
      if (row.cells.empty()) continue;
      if (row.cells.size() < least_columns_) put(row, least_columns_ - 1, {});
      return row;
    }
  }
  return std::nullopt;
}

void XlsxRows::start_row(CsvRow& row) {
  const auto line = number<std::uint32_t>(xml_.attribute("r").value_or(""));
  line_ = line ? *line : line_ + 1;
  row = {.line = line_};
  column_ = row_bytes_ = 0;
  merges_.start_row(line_);
  row_hidden_ = is_unseen(xml_, "ht");  // a filter says it row by row, too (18.3.1.73)
  if (rows_hidden_ && !xml_.attribute("hidden") && !xml_.attribute("ht")) row_hidden_ = true;  // 18.3.1.81
}

/// A header or footer of the printed pages, without the codes in it: `&L`, `&12`, `&"Times,Bold"`, `&K000000`
/// (18.3.1.46).
void XlsxRows::read_margin(Part part) {
  std::string coded, said;
  while (xml_.next() && xml_.event() != XmlPull::Event::end) {
    if (xml_.event() == XmlPull::Event::text) coded += xml_.text();
  }
  for (std::size_t at = 0; at < coded.size(); ++at) {
    if (coded[at] != '&') {
      said += coded[at];
      continue;
    }
    if (++at == coded.size()) break;
    const char code = coded[at];
    if (code == '&') said += '&';
    if (code == '"') at = std::min(coded.find('"', at + 1), coded.size());
    if (code == 'K') at += std::min<std::size_t>(6, coded.size() - at);
    while (code >= '0' && code <= '9' && at + 1 < coded.size() && coded[at + 1] >= '0' && coded[at + 1] <= '9') ++at;
    if ((code == 'L' || code == 'C' || code == 'R') && !said.empty()) said += '\t';
  }
  if (said.find_first_not_of(white_space) != std::string::npos) margins_.push_back({part, std::move(said), line_});
}

void XlsxRows::column_hidden() {
  const auto first = number<std::size_t>(xml_.attribute("min").value_or(""));
  const auto last = number<std::size_t>(xml_.attribute("max").value_or(""));
  if (first && last && *first > 0 && is_unseen(xml_, "width")) hidden_columns_.emplace_back(*first - 1, *last - 1);
}

bool XlsxRows::is_hidden(std::size_t column, std::size_t style, bool words) const {
  if (takes_hidden_) return false;
  if ((words && style < book_.wordless.size() && book_.wordless[style]) || merges_.covers(column)) return true;
  if (sheet_hidden_ || row_hidden_ || (style < book_.blank.size() && book_.blank[style])) return true;
  return std::any_of(hidden_columns_.begin(), hidden_columns_.end(),
                     [&](const auto& range) { return range.first <= column && column <= range.second; });
}

void XlsxRows::cell(CsvRow& row) {
  const auto column = column_of(xml_.attribute("r").value_or(""));
  const std::string type = xml_.attribute("t").value_or("n");
  const std::size_t style = number<std::size_t>(xml_.attribute("s").value_or("0")).value_or(0);
  std::string text;
  bool inside = false;
  while (xml_.next()) {
    if (xml_.event() == XmlPull::Event::text) {
      if (inside) text += xml_.text();
      continue;
    }
    const bool started = xml_.event() == XmlPull::Event::start;
    if (started && xml_.name() == "is")
      text = read_xlsx_string(xml_, "is", hidden_.count);
    else if (xml_.name() == "v")
      inside = started;
    else if (!started && xml_.name() == "c")
      break;
  }
  if (column && column_ > *column) refuse(row, *column, "a row's cells are not in their order");
  if (column) column_ = *column;
  if (column_ >= most_columns) refuse(row, column_, "a row has more cells than a spreadsheet has columns");
  std::string said = value(type, text, style, row);
  if (!said.empty() && is_hidden(column_, style, type != "n")) {
    if (hidden_.count++ == 0) hidden_.at = {line_, static_cast<std::uint32_t>(column_ + 1)};
  } else if (!said.empty()) {
    put(row, column_, std::move(said));
  }
  ++column_;
}

void XlsxRows::put(CsvRow& row, std::size_t column, std::string text) {
  row_bytes_ += text.size();
  bytes_ += text.size();
  if (row_bytes_ > longest_sheet_row) refuse(row, column, "a row is longer than 16 MiB");
  if (bytes_ > longest_sheet) refuse(row, column, "a sheet holds more than 256 MiB of text");
  while (row.cells.size() <= column) {
    row.cells.push_back({{}, {row.line, static_cast<std::uint32_t>(row.cells.size() + 1)}});
  }
  row.cells[column].text = std::move(text);
}

void XlsxRows::refuse(const CsvRow& row, std::size_t column, const char* what) {
  throw Error::input(what, std::string(as_table), {.at = {row.line, static_cast<std::uint32_t>(column + 1)}});
}

std::string XlsxRows::value(const std::string& type, const std::string& text, std::size_t style,
                            const CsvRow& row) const {
  if (type == "s" && !text.empty()) {
    const auto index = number<std::size_t>(text);
    if (!index || *index >= book_.strings.size()) refuse(row, column_, "names a shared string that is not there");
    return book_.strings[*index];
  }
  const bool time = type == "n" && style < book_.times.size() && book_.times[style];
  const auto days = time ? number<double>(text) : std::nullopt;
  return days && *days >= 0 && *days < 10'000 ? clock(*days) : text;
}

}  // namespace moniker::read
