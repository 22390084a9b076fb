// The files that a table goes into: what a manuscript is written in.
#include <fmt/format.h>

#include <algorithm>

#include "base/csv_cell.hpp"
#include "html/tables.hpp"
#include "moniker/error.hpp"
#include "participants/sheet.hpp"
#include "write/docx_report.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view title = "Participants";

std::vector<std::string> heads_of(const Sheet& sheet) {
  std::vector<std::string> heads{"Characteristic", "Value"};
  for (const std::string& group : sheet.groups) heads.push_back(group + ", n (%)");
  return heads;
}

/// A characteristic is named in its first row alone.
std::vector<std::vector<std::string>> rows_of(const Sheet& sheet) {
  std::vector<std::vector<std::string>> rows;
  std::string last;
  for (const SheetRow& row : sheet.rows) {
    rows.push_back({row.characteristic == last ? "" : row.characteristic, row.value});
    for (const SheetCell& cell : row.cells) rows.back().push_back(cell_text(cell));
    last = row.characteristic;
  }
  return rows;
}

std::vector<write::ReportBlock> blocks_of(const Printout& printout) {
  std::vector<write::ReportBlock> blocks{write::ReportParagraph{printout.sentence}};
  for (const Sheet& sheet : printout.sheets) {
    blocks.emplace_back(write::ReportHeading{sheet.caption});
    auto rows = rows_of(sheet);
    rows.insert(rows.begin(), heads_of(sheet));
    blocks.emplace_back(write::ReportTable{std::move(rows)});
    for (const std::string& note : sheet.notes) blocks.emplace_back(write::ReportParagraph{note});
  }
  return blocks;
}

std::string as_markdown_file(const Printout& printout) {
  return write::markdown_report(std::string(title), blocks_of(printout));
}
std::string as_docx_file(const Printout& printout) {
  return write::docx_report(std::string(title), blocks_of(printout));
}

/// A row a cell, for whoever reckons on: table, characteristic, value, group, n, percent; what is held back is empty.
std::string as_csv_file(const Printout& printout) {
  std::string text = "table,characteristic,value,group,n,percent\r\n";
  for (const Sheet& sheet : printout.sheets) {
    for (const SheetRow& row : sheet.rows) {
      for (std::size_t g = 0; g < row.cells.size(); ++g) {
        const SheetCell& cell = row.cells[g];
        if (cell.empty) continue;
        text += fmt::format("{},{},{},{},{},{}\r\n", csv_cell(sheet.caption), csv_cell(row.characteristic),
                            csv_cell(row.value), csv_cell(sheet.groups[g]), cell.n ? std::to_string(*cell.n) : "",
                            cell.percent ? std::to_string(*cell.percent) : "");
      }
    }
  }
  return text;
}

std::string as_html_file(const Printout& printout) {
  html::Html page = html::page(title);
  page.open("main").element("h1", title).element("p", printout.sentence).line();
  for (const Sheet& sheet : printout.sheets) {
    std::vector<html::Column> columns;
    for (const std::string& head : heads_of(sheet)) columns.push_back({head, columns.size() > 1 ? "number" : ""});
    html::open_table(page, sheet.caption, columns);
    for (const auto& row : rows_of(sheet)) html::add_row(page, columns, row);
    html::close_table(page);
    for (const std::string& note : sheet.notes) page.element("p", note, {{"class", "faint"}}).line();
  }
  return page.finish();
}

/// What TeX would take for more than a letter.
std::string as_tex(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\textbackslash{}";
    else if (c == '~' || c == '^')
      out += fmt::format("\\{}{{}}", c);
    else if (std::string_view("&%$#_{}").find(c) != std::string_view::npos)
      out += fmt::format("\\{}", c);
    else
      out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string tex_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) row += (row.empty() && &cell == &cells.front() ? "" : " & ") + as_tex(cell);
  return row + " \\\\\n";
}

std::string as_latex_file(const Printout& printout) {
  std::string text = "% Needs \\usepackage{booktabs}\n" + as_tex(printout.sentence) + "\n";
  for (const Sheet& sheet : printout.sheets) {
    text += fmt::format("\n\\begin{{table}}\n\\caption{{{}}}\n\\begin{{tabular}}{{ll{}}}\n\\toprule\n",
                        as_tex(sheet.caption), std::string(sheet.groups.size(), 'r'));
    text += tex_row(heads_of(sheet)) + "\\midrule\n";
    for (const auto& row : rows_of(sheet)) text += tex_row(row);
    text += "\\bottomrule\n\\end{tabular}\n";
    for (const std::string& note : sheet.notes) text += "\n\\footnotesize " + as_tex(note) + "\n";
    text += "\\end{table}\n";
  }
  return text;
}

constexpr SheetFormat formats[] = {{".md", as_markdown_file},
                                   {".csv", as_csv_file},
                                   {".docx", as_docx_file},
                                   {".html", as_html_file},
                                   {".tex", as_latex_file}};

}  // namespace

std::span<const SheetFormat> sheet_formats() { return formats; }

const SheetFormat& sheet_format_of(const std::string& file) {
  for (const SheetFormat& format : formats) {
    if (file.ends_with(format.extension)) return format;
  }
  throw Error::usage("a table goes into .md, .csv, .docx, .html or .tex", "end the name of the file in one of them",
                     {file});
}

}  // namespace moniker::custodian
