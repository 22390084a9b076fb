// Only characters change, never what stands around them, so the two expressions are of one shape; what might differ is
// which ASCII a set holds: under (?i) the long s is an s too, and a range may run over it. So the trees of both are
// compared, in which sets are exact in ASCII.
#include "rules/single_bytes.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "rules/expression.hpp"

namespace moniker::rules {
namespace {

/// U+00FF, which is a letter, folds to nothing in ASCII, and is the last that a byte can be.
constexpr std::string_view last_letter = "\xC3\xBF", last_byte = "\xFF";

std::string with_all_wide_as(std::string_view pattern, std::string_view other) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t length = std::max<std::uint32_t>(1, code_point_at(pattern, at).length);
    text += static_cast<unsigned char>(pattern[at]) < 0x80 ? pattern.substr(at, 1) : other;
    at += length;
  }
  return text;
}

/// What of ASCII a class of Unicode holds: to read the whole class takes longer than the rest of an expression.
struct Narrow {
  std::string_view wide, ascii;
};
constexpr Narrow narrow_classes[] = {
    {"\\p{L}", "A-Za-z"}, {"\\p{Lu}", "A-Z"}, {"\\p{Ll}", "a-z"}, {"\\p{N}", "0-9"}, {"\\p{Z}", " "}};

/// In a set its ranges, elsewhere a set of them.
std::string with_narrow_classes(std::string_view pattern) {
  std::string text;
  bool in_set = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto narrow = std::find_if(std::begin(narrow_classes), std::end(narrow_classes),
                                     [&](const Narrow& one) { return pattern.substr(at).starts_with(one.wide); });
    if (narrow != std::end(narrow_classes)) {
      text += in_set ? std::string(narrow->ascii) : "[" + std::string(narrow->ascii) + "]";
      at += narrow->wide.size();
      continue;
    }
    const std::size_t size = pattern[at] == '\\' ? 2 : 1;
    if (size == 1 && pattern[at] == '[') in_set = true;
    if (size == 1 && pattern[at] == ']') in_set = false;
    text += pattern.substr(at, size);
    at += size;
  }
  return text;
}

bool same_in_ascii(const Expression& a, const Expression& b) {
  static const Symbols ascii = [] {
    Symbols set;
    for (std::size_t symbol = 0; symbol < 0x80; ++symbol) set.set(symbol);
    return set;
  }();
  return a.kind == b.kind && (a.one & ascii) == (b.one & ascii) && a.least == b.least && a.most == b.most &&
         a.text_begins == b.text_begins &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same_in_ascii);
}

}  // namespace

std::string in_single_bytes(std::string_view pattern) {
  return with_narrow_classes(with_all_wide_as(pattern, last_byte));
}

bool same_in_single_bytes(std::string_view pattern) {
  const auto as_it_is = read_expression(pattern);
  const auto in_bytes = read_expression(with_narrow_classes(with_all_wide_as(pattern, last_letter)));
  return as_it_is && in_bytes && same_in_ascii(*as_it_is, *in_bytes);
}

}  // namespace moniker::rules
