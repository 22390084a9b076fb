// RFC 4180, section 2. Where spreadsheets are laxer than it (a quote in the middle of a cell), a reader that
// guesses can swallow half a register into one cell, so nothing is guessed.
#include "base/csv.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker {
namespace {

constexpr std::size_t block_size = 16 * 1024, longest_row = std::size_t{16} << 20;
constexpr std::size_t most_cells = 16'384;  // as many columns as a spreadsheet has

bool continues_a_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

Position place_of(std::string_view text, std::size_t at) {
  Position place{1, 1};
  for (std::size_t i = 0; i < at; ++i) {
    const bool line_end = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'));
    if (line_end)
      place = {place.line + 1, 1};
    else if (text[i] != '\r' && !continues_a_code_point(text[i]))
      ++place.column;
  }
  return place;
}

}  // namespace

CsvRows::CsvRows(ByteSource& source, std::string file, CsvDialect dialect)
    : source_(source), file_(std::move(file)), dialect_(dialect) {}

void CsvRows::refuse(Position at, std::string what, std::string remedy) const {
  throw Error(dialect_.fault, std::move(what), std::move(remedy), {file_, at});
}

bool CsvRows::more() {
  block_.clear();
  at_ = 0;
  return read_up_to(source_, block_, block_size) > 0;
}

bool CsvRows::take_line_end(std::string* into) {
  if (!sees('\n') && !sees('\r')) return false;
  const bool carriage = sees('\r');
  if (into) *into += block_[at_];
  ++at_;
  if (carriage && sees('\n')) {
    if (into) *into += '\n';
    ++at_;
  }
  if (into) count_bytes(1);
  here_ = {here_.line + 1, 1};
  return true;
}

void CsvRows::count_bytes(std::size_t count) {
  row_bytes_ += count;
  if (row_bytes_ > longest_row) refuse(here_, "a row is longer than 16 MiB", "look for a quote that is never closed");
}

/// Takes one byte that is no line end.
void CsvRows::take(std::string* into) {
  const char c = block_[at_++];
  if (c == '\0') refuse(here_, "holds a NUL character", "save the file again as `CSV UTF-8`");
  count_bytes(1);
  if (into) *into += c;
  if (ended() || !continues_a_code_point(block_[at_])) ++here_.column;
}

/// Takes what stands before the next byte that may mean something, or before the block's last.
void CsvRows::take_plain(std::string& into) {
  const auto means_something = [this](char c) {
    return c == dialect_.separator || c == '"' || c == '\n' || c == '\r' || c == '\0';
  };
  if (ended()) return;
  const auto begin = block_.begin() + static_cast<std::ptrdiff_t>(at_);
  const auto end = std::find_if(begin, block_.end() - 1, means_something);
  const auto taken = static_cast<std::size_t>(end - begin);
  if (taken == 0) return;
  count_bytes(taken);
  into.append(begin, end);
  at_ += taken;
  // A character is over where the next byte begins another.
  const auto over = std::count_if(begin + 1, end + 1, [](char c) { return !continues_a_code_point(c); });
  here_.column += static_cast<std::uint32_t>(over);
}

std::optional<CsvRow> CsvRows::next() {
  while (take_line_end(nullptr)) {
  }
  if (ended()) return std::nullopt;
  CsvRow row{.line = here_.line};
  row_bytes_ = 0;
  row.cells.push_back(cell());
  while (sees(dialect_.separator)) {
    if (row.cells.size() == most_cells)
      refuse(here_, "a row has more than 16,384 cells", "save the table again with its own columns alone");
    take(nullptr);
    row.cells.push_back(cell());
  }
  take_line_end(nullptr);
  return row;
}

CsvCell CsvRows::cell() {
  CsvCell cell{{}, here_};
  if (sees('"')) {
    quoted(cell);
    return cell;
  }
  while (!at_cell_end()) {
    if (sees('"') && !dialect_.loose_quotes) {
      refuse(here_, "a quote stands inside a cell without quotes",
             "put the whole cell in quotes and double the quote inside it");
    }
    take(&cell.text);
    take_plain(cell.text);
  }
  return cell;
}

void CsvRows::quoted(CsvCell& cell) {
  take(nullptr);
  for (;;) {
    if (ended()) refuse(cell.at, "the quote that opens here is never closed", "close the cell with a quote");
    if (take_line_end(&cell.text)) continue;
    if (!sees('"')) {
      take(&cell.text);
      continue;
    }
    take(nullptr);
    if (!sees('"')) break;
    take(&cell.text);  // a doubled quote is one
  }
  if (at_cell_end()) return;
  refuse(here_, "something stands between a closing quote and the comma",
         "put the whole cell in quotes and double the quotes inside it");
}

std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    throw Error::usage("is not UTF-8 text", "save the file as `CSV UTF-8`", {file, place_of(text, bad)});
  }
  MemorySource source(text);
  CsvRows reader(source, file);
  std::vector<CsvRow> rows;
  while (auto row = reader.next()) rows.push_back(std::move(*row));
  return rows;
}

}  // namespace moniker
