#pragma once
#include <string>
#include <vector>

#include "base/zip_package.hpp"

namespace moniker::read {

struct XlsxSheet {
  std::string part{};   // its name in the archive
  bool hidden = false;  // 18.2.19: hidden or very hidden
};

/// A workbook without its cells (ECMA-376 part 1, 18.2, 18.4, 18.8): its sheets in their order, the strings
/// that cells share (at most 64 MiB of them), which cell styles show a time of day and which show nothing.
struct XlsxBook {
  std::vector<XlsxSheet> sheets{};
  std::vector<std::string> comments{};  // parts with notes of cells; threads of comments stand in them too
  std::vector<std::string> strings{};
  std::vector<bool> times{}, blank{};  // by a cell's style
};

bool is_xlsx(const ZipPackage& package);
/// Of a package that is one. Throws Error{input}.
XlsxBook read_xlsx_book(const ZipPackage& package);

}  // namespace moniker::read
