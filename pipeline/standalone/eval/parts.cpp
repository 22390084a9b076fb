#include "eval/parts.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/keyed_hash.hpp"
#include "base/utf8.hpp"

namespace moniker::eval {

bool is_aside(std::string_view id) { return digest_of(id)[0] % 3 == 0; }

bool is_of(GoldPart part, std::string_view id) {
  return part == GoldPart::all || is_aside(id) == (part == GoldPart::aside);
}

std::string in_small_letters(std::string_view text) {
  std::string small;
  small.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, point.length), before = small.size();
    if (point.length > 0)
      append_utf8(small, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point.value))));
    if (small.size() - before != length) {
      small.resize(before);
      small.append(text.substr(at, length));
    }
    at += length;
  }
  return small;
}

}  // namespace moniker::eval
