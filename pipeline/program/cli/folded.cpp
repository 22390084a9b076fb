#include "cli/folded.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace moniker::cli {
namespace {

/// A line as cells: where each one begins among the bytes. An escape sequence goes with the cell behind it.
std::vector<std::size_t> cells_of(std::string_view line) {
  std::vector<std::size_t> cells;
  bool fresh = true;
  for (std::size_t at = 0; at < line.size();) {
    if (fresh) cells.push_back(at);
    fresh = true;
    if (line[at] == '\x1b') {
      at = std::min(line.find('m', at), line.size() - 1) + 1;
      fresh = false;
      continue;
    }
    at += std::max<std::size_t>(1, code_point_at(line, at).length);
  }
  if (!fresh) cells.pop_back();  // a sequence at the end is shown nowhere
  return cells;
}

/// The cell where the last column that leaves two fifths of the width begins; else four cells behind the indentation,
/// or where prose began.
std::size_t hanging(std::string_view line, const std::vector<std::size_t>& cells, std::size_t width) {
  const auto blank = [&](std::size_t cell) { return line[cells[cell]] == ' '; };
  std::size_t first = 0;
  while (first < cells.size() && blank(first)) ++first;
  std::size_t column = first == 0 ? 0 : first + 4;  // prose goes on where it began
  for (std::size_t cell = first + 2; cell < cells.size() && cell <= width * 3 / 5; ++cell) {
    if (!blank(cell) && blank(cell - 1) && blank(cell - 2)) column = cell;
  }
  return std::min(column, width / 2);
}

void fold_line(std::string_view line, std::size_t width, std::string& out) {
  auto cells = cells_of(line);
  if (cells.size() <= width) {
    out += line;
    return;
  }
  const std::string indent(hanging(line, cells, width), ' ');
  std::size_t taken = 0;  // cells that stand in the line already
  for (std::size_t room = width; cells.size() - taken > room; room = width - indent.size()) {
    const auto is_blank = [&](std::size_t cell) { return line[cells[cell]] == ' '; };
    const std::size_t least = taken + (taken == 0 ? indent.size() : 0);
    std::size_t end = taken + room;
    while (end > least && !is_blank(end)) --end;
    if (end <= least) {  // one long word
      end = taken + room;
      while (end < cells.size() && !is_blank(end)) ++end;
      if (end == cells.size()) break;
    }
    std::size_t last = end;
    while (last > taken && is_blank(last - 1)) --last;
    out.append(line.substr(cells[taken], cells[last] - cells[taken]));
    taken = end;
    while (taken < cells.size() && is_blank(taken)) ++taken;
    if (taken == cells.size()) return;
    out += "\n" + indent;
  }
  out += line.substr(cells[taken]);
}

struct Likeness {
  char32_t sign;
  std::string_view ascii;
};
constexpr Likeness likenesses[] = {{0x2501, "="},  {0x2500, "-"}, {0x2502, "|"},   {0x2588, "#"},  {0x2591, "."},
                                   {0x2013, "-"},  {0x2014, "-"}, {0x2018, "'"},   {0x2019, "'"},  {0x201C, "\""},
                                   {0x201D, "\""}, {0x2022, "*"}, {0x2026, "..."}, {0x2192, "->"}, {0x2713, "ok"},
                                   {0x00B7, "."},  {0x00D7, "x"}, {0x00B1, "+-"},  {0x00DF, "ss"}, {0x00A0, " "}};

std::string ascii_of(char32_t sign) {
  const auto found =
      std::find_if(std::begin(likenesses), std::end(likenesses), [&](const Likeness& l) { return l.sign == sign; });
  if (found != std::end(likenesses)) return std::string(found->ascii);
  std::array<utf8proc_int32_t, 8> parts{};
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(sign), parts.data(), parts.size(),
                                             UTF8PROC_DECOMPOSE, nullptr);
  return count > 0 && parts[0] > 0 && parts[0] < 0x80 ? std::string(1, static_cast<char>(parts[0])) : "?";
}

}  // namespace

std::string folded(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    fold_line(text.substr(0, end), std::max<std::size_t>(width, 20), out);
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string in_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value < 0x80)
      out += text[at];
    else
      out += ascii_of(point.value);
    at += std::max<std::size_t>(1, point.length);
  }
  return out;
}

}  // namespace moniker::cli
