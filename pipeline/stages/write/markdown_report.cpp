#include <fmt/format.h>

#include "write/docx_report.hpp"

namespace moniker::write {
namespace {

/// A line of text in which no character is markup.
std::string as_markdown(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string pipes(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += ' ' + cell + " |";
  return row + '\n';
}

std::string table_text(const ReportTable& table) {
  std::string text;
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const std::string& cell : row) cells.push_back(as_markdown(cell));
    text += pipes(cells);
    if (&row != &table.rows.front()) continue;
    text += pipes(std::vector<std::string>(row.size(), "---"));
  }
  return text;
}

}  // namespace

std::string markdown_report(const std::string& title, const std::vector<ReportBlock>& blocks) {
  std::string text = "# " + as_markdown(title) + "\n";
  for (const ReportBlock& block : blocks) {
    if (const auto* heading = std::get_if<ReportHeading>(&block)) text += "\n## " + as_markdown(heading->text) + "\n";
    if (const auto* paragraph = std::get_if<ReportParagraph>(&block))
      text += "\n" + as_markdown(paragraph->text) + "\n";
    if (const auto* table = std::get_if<ReportTable>(&block)) text += "\n" + table_text(*table);
  }
  return text;
}

}  // namespace moniker::write
