#include "read/formats/xlsx_merges.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/byte_source.hpp"
#include "base/text.hpp"
#include "read/formats/xlsx_rows.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::read {
namespace {

struct CellPlace {
  std::uint32_t row = 0;
  std::size_t column = 0;
};

/// "C12"; nothing where it is no place.
std::optional<CellPlace> place_of_cell(std::string_view text) {
  CellPlace place;
  std::size_t at = 0, column = 0;
  for (; at < text.size() && at < 3 && text[at] >= 'A' && text[at] <= 'Z'; ++at)
    column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  const std::size_t digits = at;
  for (; at < text.size() && at < digits + 8 && is_ascii_digit(text[at]); ++at)
    place.row = place.row * 10 + static_cast<std::uint32_t>(text[at] - '0');
  if (column == 0 || digits == at || at < text.size()) return std::nullopt;
  place.column = column - 1;
  return place;
}

/// Much faster than reading the elements, and most sheets have none.
bool names_merges(const ZipPackage& package, const std::string& part) {
  constexpr std::string_view name = "mergeCell";
  const auto source = package.open(part);
  std::array<char, 64 * 1024> block{};
  std::string tail;
  while (const std::size_t bytes = source->read(block)) {
    tail.append(block.data(), bytes);
    if (tail.find(name) != std::string::npos) return true;
    tail.erase(0, tail.size() - std::min(tail.size(), name.size() - 1));
  }
  return false;
}

}  // namespace

XlsxMerges::XlsxMerges(const ZipPackage& package, const std::string& part) {
  if (!names_merges(package, part)) return;
  const auto source = package.open(part);
  XmlPull xml(*source, "sheet of the .xlsx", as_table);
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "mergeCell") continue;
    const std::string cells = xml.attribute("ref").value_or("");
    const std::size_t colon = std::min(cells.find(':'), cells.size());
    const auto first = place_of_cell(std::string_view(cells).substr(0, colon));
    const auto last = place_of_cell(std::string_view(cells).substr(std::min(colon + 1, cells.size())));
    if (first && last) ranges_.push_back({first->row, last->row, first->column, last->column});
  }
  std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.first_row < b.first_row; });
}

void XlsxMerges::start_row(std::uint32_t line) {
  if (line < line_) next_ = 0, here_.clear();
  line_ = line;
  std::erase_if(here_, [&](const Range& range) { return range.last_row < line; });
  for (; next_ < ranges_.size() && ranges_[next_].first_row <= line; ++next_) {
    if (ranges_[next_].last_row >= line) here_.push_back(ranges_[next_]);
  }
}

bool XlsxMerges::covers(std::size_t column) const {
  return std::any_of(here_.begin(), here_.end(), [&](const Range& range) {
    const bool shown = range.first_row == line_ && range.first == column;
    return !shown && range.first <= column && column <= range.last;
  });
}

}  // namespace moniker::read
