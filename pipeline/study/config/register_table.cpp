// participants as people save it. Excel writes .xlsx, and .csv with the list separator of its country; its "Unicode
// text" is UTF-16 with tabs. All of them give rows of cells with their places.
#include "config/register_table.hpp"

#include <algorithm>
#include <memory>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "base/zip_package.hpp"
#include "read/formats/xlsx_book.hpp"
#include "read/formats/xlsx_rows.hpp"
#include "read/turns/encoding.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t longest_register = std::size_t{64} << 20;
constexpr std::size_t most_broken = 100;  // rows
constexpr std::string_view as_csv = "save the file as `CSV UTF-8`, or as .xlsx";

std::size_t declared_in(const CsvRow& row, const std::vector<ColumnRule>& columns) {
  return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const CsvCell& cell) {
    const std::string name = fold(without_outer_space(cell.text));
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnRule& rule) { return fold(rule.name) == name; });
  }));
}

/// In whatever encoding transcripts are read in. A name of which a letter is doubtful would be looked for in vain.
std::string decoded(std::string_view bytes, const std::string& file) {
  std::optional<Position> doubtful;
  const Sink<Issue> issues = [&](Issue issue) {
    if (issue.code == IssueCode::encoding_uncertain || issue.code == IssueCode::encoding_broken) doubtful = issue.at;
  };
  std::string text;
  try {
    read::Utf8Source source(std::make_unique<MemorySource>(bytes), issues);
    source.keep_escapes();
    text = read_all(source, longest_register);
  } catch (const Error& error) {
    throw Error::usage("has letters in an encoding that cannot be told", std::string(as_csv),
                       {file, doubtful.value_or(error.problem().at)});
  }
  if (doubtful)
    throw Error::usage("has letters in an encoding that cannot be told", std::string(as_csv), {file, *doubtful});
  return text;
}

/// The mark that makes most declared columns of the first line; Excel may say it in a line of its own before that.
char separator_of(std::string_view text, const std::vector<ColumnRule>& columns) {
  char best = ',';
  std::size_t most = 0;
  for (const char mark : {',', ';', '\t'}) {
    MemorySource source(text.substr(0, 64 * 1024));
    try {
      CsvRows rows(source, {}, {.separator = mark, .loose_quotes = true});
      auto row = rows.next();
      if (row && row->cells.front().text == "sep=") row = rows.next();
      const std::size_t declared = row ? declared_in(*row, columns) : 0;
      if (declared > most) best = mark;
      most = std::max(most, declared);
    } catch (const Error&) {
      // Whoever reads it with this mark is told.
    }
  }
  return best;
}

/// What stands below so many lines.
std::string_view from_line(std::string_view text, std::uint32_t above) {
  std::size_t at = 0;
  for (; above > 0 && at < text.size(); --above) {
    at = std::min(text.find_first_of("\r\n", at), text.size());
    at += text.substr(at).starts_with("\r\n") ? 2 : at < text.size() ? 1 : 0;
  }
  return text.substr(at);
}

void move_down(CsvRow& row, std::uint32_t lines) {
  row.line += lines;
  for (CsvCell& cell : row.cells) cell.at.line += lines;
}

/// A row that breaks the rules is told and left out, and reading goes on below the line where it broke them: all that
/// is wrong with the file is to be told in one go.
RegisterTable separated(std::string_view text, const std::string& file, const std::vector<ColumnRule>& columns) {
  RegisterTable table;
  const char mark = separator_of(text, columns);
  for (std::uint32_t above = 0; table.broken.size() < most_broken;) {
    MemorySource source(from_line(text, above));
    CsvRows rows(source, file, {.separator = mark, .loose_quotes = mark == '\t'});
    try {
      while (auto row = rows.next()) {
        if (table.rows.empty() && row->cells.front().text == "sep=") continue;
        move_down(*row, above);
        table.rows.push_back(std::move(*row));
      }
      break;
    } catch (const Error& error) {
      Problem problem = error.problem();
      problem.at.line += above;
      above = problem.at.line;
      table.broken.push_back(std::move(problem));
    }
  }
  return table;
}

std::vector<CsvRow> rows_of(const ZipPackage& package, const read::XlsxSheet& sheet, const read::XlsxBook& book) {
  std::vector<CsvRow> rows;
  read::XlsxRows sheet_rows(package, sheet, book);
  sheet_rows.take_hidden();
  while (auto row = sheet_rows.next()) {
    if (rows.empty()) sheet_rows.fill_up_to(row->cells.size());
    rows.push_back(std::move(*row));
  }
  return rows;
}

/// ECMA-376 part 1, 18.2.28: what Excel for Mac wrote for long.
bool counts_from_1904(const ZipPackage& package) {
  for (const std::string& name : package.names()) {
    if (!name.ends_with("workbook.xml")) continue;
    const std::string text = read_all(*package.open(name), longest_register);
    const std::size_t at = text.find("date1904=");
    return at != std::string::npos && (text.substr(at + 10, 1) == "1" || text.substr(at + 10, 1) == "t");
  }
  return false;
}

RegisterTable spreadsheet(std::string_view bytes, const std::string& file, const std::vector<ColumnRule>& columns) {
  RegisterTable table;
  try {
    MemorySource source(bytes);
    const ZipPackage package(source);
    if (!read::is_xlsx(package)) throw Error::usage("is an archive and no .xlsx", std::string(as_csv), {file});
    const read::XlsxBook book = read::read_xlsx_book(package);
    table.from_1904 = counts_from_1904(package);
    for (const read::XlsxSheet& sheet : book.sheets) {
      auto rows = rows_of(package, sheet, book);
      const bool fits = !rows.empty() && declared_in(rows.front(), columns) > 0;
      if (fits || table.rows.empty()) table.rows = std::move(rows);
      if (fits) break;
    }
  } catch (const Error& error) {
    const Problem& problem = error.problem();
    throw Error::usage(problem.what, problem.remedy, {file, problem.at});
  }
  return table;
}

}  // namespace

std::string_view without_outer_space(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_space(first.value)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_space(last.value)) break;
    text.remove_suffix(last.length);
  }
  return text;
}

RegisterTable register_table(std::string_view bytes, const std::string& file, const std::vector<ColumnRule>& columns) {
  if (bytes.starts_with("PK\x03\x04")) return spreadsheet(bytes, file, columns);
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    throw Error::usage("is an old or password-protected spreadsheet",
                       "remove the password, and save it as .xlsx or `CSV UTF-8`", {file});
  return separated(decoded(bytes, file), file, columns);
}

}  // namespace moniker::study
