// Which rows and cells of a table a conditional format is for, ECMA-376 part 1, 17.4.56 and 17.7.6. Those that come
// later in 17.7.6.6 count before those that come earlier: the whole table, columns and rows in bands, the first and the
// last row, the first and the last column, the corners.
#include "read/formats/docx_tables.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace moniker::read {
namespace {

/// Whether the attribute says so; where it is not there, the bit of the older form (w:val) does.
bool looks(const XmlPull& xml, std::string_view attribute, std::uint32_t older, std::uint32_t bit) {
  const auto said = xml.attribute(attribute);
  return said ? *said == "1" || *said == "true" || *said == "on" : (older & bit) != 0;
}

std::uint32_t when(bool holds, DocxRegion region) { return holds ? 1U << static_cast<unsigned>(region) : 0; }

std::uint32_t in_bands(std::uint32_t index, std::uint32_t size, DocxRegion odd, DocxRegion even) {
  return when(true, index / size % 2 == 0 ? odd : even);
}

}  // namespace

DocxTableShapes read_table_shapes(const ZipPackage& package, const std::string& part) {
  DocxTableShapes shapes;
  std::vector<std::vector<std::uint32_t>*> open;
  const auto source = package.open(part);
  XmlPull xml(*source, "text of the .docx");
  while (xml.next()) {
    if (xml.space() != XmlSpace::word || xml.event() == XmlPull::Event::text) continue;
    const bool started = xml.event() == XmlPull::Event::start;
    if (xml.name() == "tbl" && started)
      open.push_back(&shapes[xml.elements()]);
    else if (xml.name() == "tbl" && !open.empty())
      open.pop_back();
    else if (started && !open.empty() && xml.name() == "tr")
      open.back()->push_back(0);
    else if (started && !open.empty() && xml.name() == "tc" && !open.back()->empty())
      ++open.back()->back();
  }
  return shapes;
}

void DocxTables::start_table(std::uint64_t element) {
  const auto shape = shapes_.find(element);
  open_.push_back({.style = styles_.table, .shape = shape == shapes_.end() ? nullptr : &shape->second});
}

void DocxTables::end_table() {
  if (!open_.empty()) open_.pop_back();
}

void DocxTables::read_properties(XmlPull& xml) {
  while (xml.next() && !(xml.event() == XmlPull::Event::end && xml.is(XmlSpace::word, "tblPr"))) {
    if (xml.event() != XmlPull::Event::start || open_.empty()) continue;
    if (xml.name() == "tblStyle") open_.back().style = xml.attribute("val").value_or("");
    if (xml.name() == "tblLook") read_look(xml);
    if (xml.name() == "tblPrChange") xml.skip();
  }
}

void DocxTables::read_look(const XmlPull& xml) {
  std::uint32_t older = 0;
  const std::string said = xml.attribute("val").value_or("");
  std::from_chars(said.data(), said.data() + said.size(), older, 16);
  const bool top = looks(xml, "firstRow", older, 0x20), bottom = looks(xml, "lastRow", older, 0x40);
  const bool left = looks(xml, "firstColumn", older, 0x80), right = looks(xml, "lastColumn", older, 0x100);
  const bool rows = !looks(xml, "noHBand", older, 0x200), columns = !looks(xml, "noVBand", older, 0x400);
  open_.back().look = when(true, DocxRegion::whole) | when(top, DocxRegion::first_row) |
                      when(bottom, DocxRegion::last_row) | when(left, DocxRegion::first_column) |
                      when(right, DocxRegion::last_column) | when(rows, DocxRegion::odd_rows) |
                      when(rows, DocxRegion::even_rows) | when(columns, DocxRegion::odd_columns) |
                      when(columns, DocxRegion::even_columns) | when(top && left, DocxRegion::north_west) |
                      when(top && right, DocxRegion::north_east) | when(bottom && left, DocxRegion::south_west) |
                      when(bottom && right, DocxRegion::south_east);
}

void DocxTables::start_row() {
  if (open_.empty()) return;
  ++open_.back().rows;
  open_.back().cells = 0;
  open_.back().row_hidden = false;
  open_.back().above = std::exchange(open_.back().here, {});
  open_.back().column = open_.back().span = 0;
  open_.back().across = open_.back().covered = false;
}

void DocxTables::start_cell() {
  if (open_.empty()) return;
  Open& table = open_.back();
  ++table.cells;
  table.column += std::exchange(table.span, 1);
  table.covered = false;
}

void DocxTables::take_merge(std::uint32_t span, const Merge& merge) {
  if (open_.empty()) return;
  Open& table = open_.back();
  table.span = span;
  const bool below = std::find(table.above.begin(), table.above.end(), table.column) != table.above.end();
  table.covered = (merge.goes_down && below) || (merge.goes_across && table.across);
  table.across = merge.across || (merge.goes_across && table.across);
  if (merge.down || merge.goes_down) table.here.push_back(table.column);
}

bool DocxTables::in_covered_cell() const {
  return std::any_of(open_.begin(), open_.end(), [](const Open& table) { return table.covered; });
}

bool DocxTables::in_hidden_row() const {
  for (const Open& table : open_) {
    if (table.row_hidden) return true;
  }
  return false;
}

/// Those that the cell which was begun last stands in, and that count.
std::uint32_t DocxTables::regions_of(const Open& table, const DocxTableStyle& style) const {
  if (table.rows == 0 || table.cells == 0) return when(true, DocxRegion::whole);
  const auto looked_for = [&](DocxRegion region) { return (table.look & when(true, region)) != 0; };
  const auto* shape = table.shape && table.rows <= table.shape->size() ? table.shape : nullptr;
  const bool top = table.rows == 1, left = table.cells == 1;
  const bool bottom = shape && table.rows == shape->size();
  const bool right = shape && table.cells == (*shape)[table.rows - 1];
  const std::uint32_t heads = looked_for(DocxRegion::first_row), sides = looked_for(DocxRegion::first_column);
  std::uint32_t regions = when(true, DocxRegion::whole) | when(top, DocxRegion::first_row) |
                          when(bottom, DocxRegion::last_row) | when(left, DocxRegion::first_column) |
                          when(right, DocxRegion::last_column) | when(top && left, DocxRegion::north_west) |
                          when(top && right, DocxRegion::north_east) | when(bottom && left, DocxRegion::south_west) |
                          when(bottom && right, DocxRegion::south_east);
  if (table.rows > heads)
    regions |= in_bands(table.rows - 1 - heads, style.row_band, DocxRegion::odd_rows, DocxRegion::even_rows);
  if (table.cells > sides)
    regions |= in_bands(table.cells - 1 - sides, style.column_band, DocxRegion::odd_columns, DocxRegion::even_columns);
  return regions & table.look;
}

bool DocxTables::hidden_by_style() const {
  for (const Open& table : open_) {
    if (styles_.hides_table(table.style)) return true;
    const DocxTableStyle* style = styles_.regions_of_table(table.style);
    if (!style) continue;
    const std::uint32_t regions = regions_of(table, *style);
    std::optional<bool> hidden;
    for (unsigned region = 0; region < docx_regions; ++region) {
      if ((regions & (1U << region)) != 0 && style->hidden[region]) hidden = style->hidden[region];
    }
    if (hidden.value_or(false)) return true;
    if ((regions & style->rows_hidden) != 0) return true;
  }
  return false;
}

}  // namespace moniker::read
