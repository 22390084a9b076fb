// Tables of plain text that are set with blanks, with single bars or with commas. Lines up to the next blank one are a
// table where each has as many cells as the others and all but the first have numbers behind their first cell, or where
// there are several columns of a few words.
#include "manuscript/aligned_table.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/manuscript.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_rows = 3, longest_cell = 60, longest_group = 40;
constexpr std::size_t least_rows_of_words = 4, least_columns_of_words = 3, longest_of_words = 36;

std::vector<std::string> blank_cells(std::string_view line) {
  std::vector<std::string> cells;
  for (line = trimmed(line); !line.empty();) {
    const std::size_t end = std::min(line.find("  "), line.size());
    cells.push_back(as_one_line(line.substr(0, end)));
    line = trimmed(line.substr(end));
  }
  return cells;
}

bool is_ruled(std::string_view line) { return line.find_first_not_of("-=_+| ") == std::string_view::npos; }

/// What parts the cells of a table: two blanks or more, a bar between blanks, or a comma with none.
using CutCells = std::vector<std::string> (*)(std::string_view line);

std::vector<std::string> cells_between(std::string_view line, char sign) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(sign, begin), line.size());
    cells.push_back(as_one_line(trimmed(line.substr(begin, end - begin), " \"")));
    begin = end + 1;
  }
  return cells;
}

std::vector<std::string> barred_cells(std::string_view line) {
  return line.find(" | ") == line.npos ? std::vector<std::string>{} : cells_between(trimmed(line), '|');
}

std::vector<std::string> comma_cells(std::string_view line) {
  return line.find(", ") != line.npos ? std::vector<std::string>{} : cells_between(trimmed(line), ',');
}

CutCells cut_of(std::string_view line) {
  if (line.find(" | ") != line.npos && !line.starts_with('|')) return barred_cells;
  return line.find("  ") == line.npos && line.find(',') != line.npos ? comma_cells : blank_cells;
}

/// "12", "12 (40%)", "40%", "-"
bool is_figure(std::string_view cell) {
  return cell.size() < 16 && cell.find_first_not_of("0123456789.,%()-n= ") == std::string_view::npos;
}

/// "                      n": the heading of the only column, which has nothing over its labels.
bool is_set_far_in(std::string_view line) {
  constexpr std::size_t far = 16, longest_heading = 12;
  return line.find_first_not_of(' ') >= far && trimmed(line).size() <= longest_heading;
}

/// "V01     woman   23      sales assistant": nothing that is a sentence, or a piece of one.
bool is_row_of_words(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) {
    return cell.size() <= longest_of_words && std::string_view(".,;:").find(cell.back()) == std::string_view::npos;
  });
}

}  // namespace

std::vector<std::vector<std::string>> aligned_table(const std::vector<std::string_view>& lines, std::size_t first) {
  std::vector<std::vector<std::string>> rows;
  std::size_t columns = 0, filled = 0, head = 0, groups = 0;
  CutCells cut = blank_cells;
  bool figures = true, words = true;
  for (std::size_t i = first; i < lines.size() && !trimmed(lines[i]).empty(); ++i) {
    if (lines[i].find_first_of("\t>") != std::string_view::npos) return {};
    rows.emplace_back();
    if (is_ruled(trimmed(lines[i]))) continue;
    if (filled == 0) cut = cut_of(trimmed(lines[i]));
    if (cut != barred_cells && lines[i].find('|') != std::string_view::npos) return {};
    auto row = cut(lines[i]);
    if (filled > 0 && row.size() == 1 && row.front().size() < longest_group && !row.front().ends_with('.')) {
      row.resize(columns);  // "Gender", over its rows
      rows.back() = std::move(row);
      ++groups;
      continue;
    }
    if (filled == 0 && row.size() == 1 && is_set_far_in(lines[i])) row.insert(row.begin(), "");
    ++filled;
    if (filled == 1) columns = row.size(), head = rows.size() - 1;
    if (filled == 2 && row.size() == columns + 1 && cut == blank_cells)
      rows[head].insert(rows[head].begin(), ""), ++columns;
    if (row.size() < 2 || row.size() != columns || row.front().size() > longest_cell) return {};
    figures = figures && (filled == 1 || std::all_of(row.begin() + 1, row.end(), is_figure));
    words = words && cut == blank_cells && columns >= least_columns_of_words && (filled == 1 || is_row_of_words(row));
    if (!figures && !words) return {};
    rows.back() = std::move(row);
  }
  const bool enough = filled >= (figures ? least_rows : least_rows_of_words) && groups * 2 < filled;
  return enough ? rows : std::vector<std::vector<std::string>>{};
}

}  // namespace moniker::custodian
