#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace moniker {

/// Whether a delivered file's name, with the folders that lead to it, has a shape that says nothing of anybody:
/// interview-03.docx, FG2_2026-03-04.vtt, week-2/P07 final.txt. Whatever else it may be, nobody can tell.
bool is_plain_file_name(std::string_view name);

}  // namespace moniker
