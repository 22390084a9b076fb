#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/fold.hpp"
#include "words/list_file.hpp"

namespace moniker::replace {

using Fields = std::vector<std::string_view>;

/// Calls `take` for each row of a list with its first column folded, and the named columns.
template <class Take>
void read_list(const std::filesystem::path& path, const Fields& columns, const Take& take) {
  words::each_row(words::read_list_file(path), columns,
                  [&](const words::ListRow& row) { take(fold(row.cells[0]), row.cells); });
}

}  // namespace moniker::replace
