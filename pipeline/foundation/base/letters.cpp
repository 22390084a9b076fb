#include "base/letters.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker {

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_letter(point.value)) return true;
    at += std::max<std::size_t>(1, point.length);
  }
  return false;
}

}  // namespace moniker
