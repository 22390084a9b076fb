#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/zip_package.hpp"

namespace moniker::read {

/// A part whose words stand over or beside the cells: notes (threads of comments stand in them too), shapes and text
/// boxes, and those of old programs.
struct XlsxBeside {
  enum class Kind { notes, shapes, old_shapes };
  Kind kind{};
  std::string part{};
};

struct XlsxSheet {
  std::string part{};   // its name in the archive
  bool hidden = false;  // 18.2.19: hidden or very hidden
};

/// A workbook without its cells (ECMA-376 part 1, 18.2, 18.4, 18.8): its sheets in their order, the strings
/// that cells share (at most 64 MiB of them), which cell styles show a time of day and which show nothing, or no words.
struct XlsxBook {
  std::vector<XlsxSheet> sheets{};
  std::vector<XlsxBeside> beside{};
  std::vector<std::string> strings{};
  std::vector<bool> times{}, blank{}, wordless{};  // by a cell's style; wordless: shows numbers alone
  std::uint64_t spoken = 0;                        // pieces that say how a string is spoken, not read
  std::uint64_t repaired = 0;                      // characters put right in the strings
};

bool is_xlsx(const ZipPackage& package);
/// Of a package that is one. Throws Error{input}.
XlsxBook read_xlsx_book(const ZipPackage& package);

}  // namespace moniker::read
