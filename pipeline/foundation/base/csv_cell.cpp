// Cells that begin like a formula are run by spreadsheets: OWASP, "CSV injection". A line break or a tab in
// front does not help them; an apostrophe does.
#include "base/csv_cell.hpp"

#include <algorithm>

namespace moniker {
namespace {

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool begins_like_formula(std::string_view text) {
  const auto first = text.find_first_not_of("' \t\r\n");  // behind apostrophes: or one of them could not be taken away
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  constexpr std::string_view starts[] = {
      "=", "+", "-", "@", "|", "%", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};  // and full-width
  return std::any_of(std::begin(starts), std::end(starts), [&](std::string_view s) { return text.starts_with(s); });
}

bool needs_guard(std::string_view text) { return begins_like_formula(text) && !is_plain_number(text); }

}  // namespace

std::string_view without_guard(std::string_view cell) {
  if (cell.starts_with('\'') && needs_guard(cell.substr(1))) cell.remove_prefix(1);
  return cell;
}

std::string csv_cell(std::string_view text) {
  std::string cell;
  if (needs_guard(text)) cell += '\'';
  cell += text;
  if (cell.find_first_of(",\"\r\n\t;'") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' '))
    return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    if (c != '\0') quoted += c;
  }
  return quoted + '"';
}

}  // namespace moniker
