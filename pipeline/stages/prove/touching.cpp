// Half a name is known by where it stands and by nothing else: whoever was found in part has the rest of their letters
// right beside the placeholder. What nobody sees does not part them. Scripts that set no blanks between words are left
// out, where every placeholder has letters beside it.
#include "prove/touching.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker::prove {
namespace {

/// Plurals of what stands in a placeholder.
constexpr std::string_view endings[] = {"s", "es"};

struct Script {
  char32_t first, last;
};
constexpr Script without_blanks[] = {{0xE00, 0xFFF},   {0x1000, 0x109F}, {0x1780, 0x17FF},  {0x2E80, 0xA4CF},
                                     {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};

bool is_touching_letter(char32_t c) {
  return is_letter(c) && std::none_of(std::begin(without_blanks), std::end(without_blanks),
                                      [&](Script script) { return c >= script.first && c <= script.last; });
}

/// fold() makes nothing of a blank alone, as of what nobody sees.
bool is_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0x85;
}

/// Letters, their marks, and what nobody sees.
bool is_of_run(std::string_view text, std::size_t at, CodePoint point) {
  if (point.length == 0) return false;
  return is_touching_letter(point.value) || is_mark(point.value) ||
         (point.value >= 0x80 && fold(text.substr(at, point.length)).empty() && !is_blank(point.value));
}

bool holds_letter(std::string_view run) {
  for (std::size_t at = 0; at < run.size(); at += std::max<std::uint32_t>(1, code_point_at(run, at).length)) {
    if (is_touching_letter(code_point_at(run, at).value)) return true;
  }
  return false;
}

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::vector<ByteRange> touching_letters(std::string_view text, const std::vector<ByteRange>& placeholders) {
  std::vector<ByteRange> found;
  const auto take = [&](ByteRange run) {
    const bool known = !found.empty() && run.begin < found.back().end;  // between two placeholders
    if (!known && holds_letter(text.substr(run.begin, run.size()))) found.push_back(run);
  };
  for (std::size_t i = 0; i < placeholders.size(); ++i) {
    const std::size_t from = i == 0 ? 0 : placeholders[i - 1].end;
    const std::size_t to = i + 1 == placeholders.size() ? text.size() : placeholders[i + 1].begin;
    std::size_t begin = placeholders[i].begin, end = placeholders[i].end;
    while (begin > from) {
      const CodePoint point = code_point_before(text, begin);
      if (!is_of_run(text, begin - point.length, point)) break;
      begin -= point.length;
    }
    while (end < to && is_of_run(text, end, code_point_at(text, end))) end += code_point_at(text, end).length;
    take(range_of(begin, placeholders[i].begin));
    const std::string behind = fold(text.substr(placeholders[i].end, end - placeholders[i].end));
    const bool ending = std::find(std::begin(endings), std::end(endings), behind) != std::end(endings);
    if (!ending) take(range_of(placeholders[i].end, end));
  }
  return found;
}

}  // namespace moniker::prove
