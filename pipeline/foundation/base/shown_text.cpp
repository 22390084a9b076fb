// Names come from others' machines. One that holds a line break could write a line of a report, and one that turns the
// direction of reading shows another ending than it has (Unicode TR 36, 2.2 and TR 39; CVE-2021-42574).
#include "base/shown_text.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace moniker {
namespace {

bool is_shown(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool line_end = c == 0x2028 || c == 0x2029;
  const bool direction =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool unseen = c == 0xFEFF || c == 0x200B || c == 0x2060 || (c >= 0xE0000 && c <= 0xE007F);  // and tags
  return !control && !line_end && !direction && !unseen;
}

}  // namespace

bool can_be_shown(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.length == 0 || !is_shown(point.value)) return false;
    at += point.length;
  }
  return true;
}

std::string shown_text(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.length == 0) {
      shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at++]));
      continue;
    }
    if (is_shown(point.value)) {
      shown += text.substr(at, point.length);
    } else {
      shown += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(point.value));
    }
    at += point.length;
  }
  return shown;
}

}  // namespace moniker
