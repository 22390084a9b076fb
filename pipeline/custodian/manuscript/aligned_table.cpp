// Tables of plain text that are set with blanks. Lines up to the next blank one are a table where each has as many
// cells as the others, two blanks or more between them, and all but the first have numbers behind their first cell.
#include "manuscript/aligned_table.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/manuscript.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_rows = 3, longest_cell = 60;

std::vector<std::string> blank_cells(std::string_view line) {
  std::vector<std::string> cells;
  for (line = trimmed(line); !line.empty();) {
    const std::size_t end = std::min(line.find("  "), line.size());
    cells.push_back(as_one_line(line.substr(0, end)));
    line = trimmed(line.substr(end));
  }
  return cells;
}

bool is_ruled(std::string_view line) { return line.find_first_not_of("-=_ ") == std::string_view::npos; }

/// "12", "12 (40%)", "40%", "-"
bool is_figure(std::string_view cell) {
  return cell.size() < 16 && cell.find_first_not_of("0123456789.,%()-n= ") == std::string_view::npos;
}

}  // namespace

std::vector<std::vector<std::string>> aligned_table(const std::vector<std::string_view>& lines, std::size_t first) {
  std::vector<std::vector<std::string>> rows;
  std::size_t columns = 0, filled = 0;
  for (std::size_t i = first; i < lines.size() && !trimmed(lines[i]).empty(); ++i) {
    if (lines[i].find_first_of("|\t>") != std::string_view::npos) return {};
    rows.emplace_back();
    if (is_ruled(trimmed(lines[i]))) continue;
    auto row = blank_cells(lines[i]);
    if (++filled == 2 && row.size() == columns + 1) rows.front().insert(rows.front().begin(), ""), ++columns;
    if (filled == 1) columns = row.size();
    if (row.size() < 2 || row.size() != columns || row.front().size() > longest_cell) return {};
    if (filled > 1 && !std::all_of(row.begin() + 1, row.end(), is_figure)) return {};
    rows.back() = std::move(row);
  }
  return filled >= least_rows && !rows.front().empty() ? rows : std::vector<std::vector<std::string>>{};
}

}  // namespace moniker::custodian
