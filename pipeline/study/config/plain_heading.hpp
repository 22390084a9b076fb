#pragma once
#include <string_view>

namespace moniker::study {

/// Whether a column's heading is made of words that head columns and are nobody's name (ethnicity, phone_number, Date
/// of birth). Any other is told by its place: a sheet without headings has people in its first row.
bool is_plain_heading(std::string_view heading);

}  // namespace moniker::study
