#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace moniker::custodian {

/// The lines of a table whose cells stand apart by blanks, where one begins at a line; of a line of dashes no cells.
/// None where it is no table.
std::vector<std::vector<std::string>> aligned_table(const std::vector<std::string_view>& lines, std::size_t first);

}  // namespace moniker::custodian
