#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace moniker::write {

/// A workbook of one sheet (Office Open XML, ECMA-376 part 1, 18): every cell is text, so that no program
/// makes a date of "10-19". Rows may differ in length. The same rows give the same bytes.
std::string xlsx_table(std::string_view sheet, const std::vector<std::vector<std::string>>& rows);

}  // namespace moniker::write
