#include "roundtrip/formats_page.hpp"

#include <fstream>
#include <stdexcept>
#include <vector>

namespace roundtrip {
namespace {

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t at = row.find('|'); at != std::string::npos;) {
    const std::size_t next = row.find('|', at + 1);
    if (next == std::string::npos) break;
    std::string cell = row.substr(at + 1, next - at - 1);
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(std::move(cell));
    at = next;
  }
  return cells;
}

bool yes(const std::string& cell) {
  if (cell == "yes" || cell == "-") return cell == "yes";
  throw std::runtime_error("formats.md: neither yes nor -: " + cell);
}

Times times(const std::string& cell) {
  if (cell == "begin, end") return Times::both;
  if (cell == "begin") return Times::begin;
  if (cell == "-") return Times::none;
  throw std::runtime_error("formats.md: no times: " + cell);
}

}  // namespace

std::map<std::string, Holds> formats_page() {
  std::ifstream file(MONIKER_SOURCE_DIR "/docs/formats.md");
  std::map<std::string, Holds> page;
  std::string line;
  bool in_table = false;
  while (std::getline(file, line)) {
    if (line.starts_with("| format "))
      in_table = true;
    else if (!line.starts_with("|"))
      in_table = false;
    if (!in_table || line.starts_with("| format ") || line.starts_with("|-")) continue;
    const auto cells = cells_of(line);
    if (cells.size() != 7) throw std::runtime_error("formats.md: a row of other than 7 cells: " + line);
    page[cells[0]] = {yes(cells[1]), yes(cells[2]), yes(cells[3]), yes(cells[5]), times(cells[4])};
  }
  return page;
}

}  // namespace roundtrip
