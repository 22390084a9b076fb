// A speaker's label on a page that may not name anybody.
#include "words/shown_label.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "words/role_label.hpp"

namespace moniker::words {

std::string shape_of(std::string_view label) {
  if (label.empty()) return "nobody named";
  std::size_t words = 0, letters = 0, digits = 0;
  bool inside = false;
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint point = code_point_at(label, at);
    at += std::max<std::size_t>(1, point.length);
    const bool digit = point.value >= U'0' && point.value <= U'9';
    const bool word = is_word(point.value);
    words += word && !inside;
    inside = word || point.value == U'\'' || point.value == U'-';
    digits += digit;
    letters += word && !digit;
  }
  constexpr std::string_view small[] = {"no word", "one word", "two words", "three words"};
  std::string shape = words < std::size(small) ? std::string(small[words]) : fmt::format("{} words", words);
  if (words == 1 && letters == 1) shape = "a letter";
  if (words == 1 && letters == 0)
    shape = "a number";
  else if (digits > 0)
    shape += " and digits";
  return shape;
}

std::string shown_label(const std::string& label, std::size_t place, bool show_text, const Language& language) {
  if (label.empty()) return "nobody named";
  if (show_text) return label;
  if (const auto role = role_label(label, language)) return *role;
  return fmt::format("speaker {} ({})", place + 1, shape_of(label));
}

}  // namespace moniker::words
