#pragma once
#include <string>
#include <vector>

#include "base/zip_package.hpp"

namespace moniker::read {

/// A workbook without its cells (ECMA-376 part 1, 18.2, 18.4, 18.8): its sheets in their order, the strings
/// that cells share (at most 64 MiB of them), and which cell styles show a time of day.
struct XlsxBook {
  std::vector<std::string> sheets{};    // parts' names
  std::vector<std::string> comments{};  // parts with notes of cells; threads of comments stand in them too
  std::vector<std::string> strings{};
  std::vector<bool> times{};  // by a cell's style
};

bool is_xlsx(const ZipPackage& package);
/// Of a package that is one. Throws Error{input}.
XlsxBook read_xlsx_book(const ZipPackage& package);

}  // namespace moniker::read
