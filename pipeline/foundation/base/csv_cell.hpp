#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// One CSV cell, quoted where needed. What a spreadsheet would take for a formula (= + - @ and such at the
/// start) gets a ' in front of it; plain numbers do not.
std::string csv_cell(std::string_view text);

/// A cell's text without the ' that csv_cell puts before it, and others do.
std::string_view without_guard(std::string_view cell);

}  // namespace moniker
