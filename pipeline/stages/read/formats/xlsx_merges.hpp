#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/zip_package.hpp"

namespace moniker::read {

/// The merged cells of a sheet (ECMA-376 part 1, 18.3.1.55). The first of them is shown over all, and what the others
/// hold is seen nowhere. They stand behind the rows, so the sheet is looked through before, where it has any.
class XlsxMerges {
 public:
  /// Throws Error{input} where the sheet cannot be read.
  XlsxMerges(const ZipPackage& package, const std::string& part);
  void start_row(std::uint32_t line);
  /// Whether the cell of that row, counted from 0, lies under another.
  bool covers(std::size_t column) const;

 private:
  struct Range {
    std::uint32_t first_row = 0, last_row = 0;
    std::size_t first = 0, last = 0;
  };
  std::vector<Range> ranges_{}, here_{};  // by their first rows; those that reach into the row
  std::size_t next_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace moniker::read
