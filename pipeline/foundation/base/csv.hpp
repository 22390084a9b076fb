#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "moniker/error.hpp"

namespace moniker {

struct CsvCell {
  std::string text{};  // quotes resolved
  Position at{};       // of the first character, the quote where there is one
};
struct CsvRow {
  std::vector<CsvCell> cells{};
  std::uint32_t line = 0;  // where it begins; a quoted cell may go on over many
};

struct CsvDialect {
  char separator = ',';
  bool loose_quotes = false;   // a quote inside an unquoted cell is a quote: tab-separated files know no other
  Fault fault = Fault::usage;  // of what is refused
};

/// Separated values after RFC 4180, row by row; lines end in LF, CRLF or CR; an empty line is no row. The source yields
/// UTF-8. Throws Error with the place and never quotes a cell: an unclosed quote, a quote inside an unquoted cell,
/// something between a closing quote and the separator, a NUL, a row of more than 16 MiB or 16,384 cells. Holds one row
/// and a block.
class CsvRows {
 public:
  CsvRows(ByteSource& source, std::string file, CsvDialect dialect = {});
  std::optional<CsvRow> next();

 private:
  [[noreturn]] void refuse(Position at, std::string what, std::string remedy) const;
  bool more();
  bool ended() { return at_ == block_.size() && !more(); }
  bool sees(char c) { return !ended() && block_[at_] == c; }
  bool at_cell_end() { return ended() || sees(dialect_.separator) || sees('\n') || sees('\r'); }
  bool take_line_end(std::string* into);
  void take(std::string* into);
  void take_plain(std::string& into);
  void count_bytes(std::size_t count);
  CsvCell cell();
  void quoted(CsvCell& cell);

  ByteSource& source_;
  std::string file_;
  CsvDialect dialect_;
  std::string block_{};
  std::size_t at_ = 0, row_bytes_ = 0;
  Position here_{1, 1};
};

/// A whole register: commas, with or without BOM. Throws Error{usage} as CsvRows does, and for bytes that are not
/// UTF-8.
std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file);

}  // namespace moniker
