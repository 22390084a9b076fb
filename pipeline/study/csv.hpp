#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker {

struct CsvCell {
  std::string text{};  // quotes resolved
  Position at{};       // of the first character, the quote where there is one
};
struct CsvRow {
  std::vector<CsvCell> cells{};
  std::uint32_t line = 0;  // where it begins; a quoted cell may go on over many
};

/// Comma-separated values after RFC 4180, with or without BOM; lines end in LF, CRLF or CR; an empty line is
/// no row. Throws Error{usage} with the place and never quotes a cell: bytes that are not UTF-8, an unclosed
/// quote, a quote inside an unquoted cell, something between a closing quote and the comma, a NUL.
std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file);

}  // namespace moniker
