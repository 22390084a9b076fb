// CommonMark (https://spec.commonmark.org/0.31.2/) as far as transcripts kept as notes use it: strong emphasis,
// headings, and a backslash before punctuation. Weak emphasis stays: *laughs* says more than it emphasises.
#include "read/turns/markdown.hpp"

#include <algorithm>
#include <utility>

#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace moniker::read {
namespace {

/// The run of one mark there: 2 or 3 asterisks or underlines; 0 for any other number, which no emphasis has.
std::size_t strong_mark(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c != '*' && c != '_') || (at > 0 && text[at - 1] == c)) return 0;
  const std::size_t end = std::min(text.find_first_not_of(c, at), text.size());
  return end - at == 2 || end - at == 3 ? end - at : 0;
}

/// Where the emphasis closes that is opened at `at` by `length` marks; npos where nothing does.
std::size_t closing_mark(std::string_view text, std::size_t at, std::size_t length) {
  const std::size_t inside = at + length;
  if (inside >= text.size() || is_blank(text[inside])) return std::string_view::npos;
  constexpr std::size_t farthest = 2000;
  for (std::size_t i = inside + 1; i < text.size() && i < inside + farthest; ++i) {
    if (text[i] == text[at] && strong_mark(text, i) == length && !is_blank(text[i - 1])) return i;
  }
  return std::string_view::npos;
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() &&
         std::string_view("[]()*_#<>~|`").find(text[at + 1]) != std::string_view::npos;
}

/// "## " of a heading, "- " and "> " before strong words: how many bytes.
std::size_t opening(std::string_view text) {
  const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  if (hashes > 0 && hashes <= 6 && hashes < text.size() && is_blank(text[hashes])) return skip_blanks(text, hashes);
  const bool mark = text.starts_with("- ") || text.starts_with("* ") || text.starts_with("> ");
  const std::size_t words = mark ? skip_blanks(text, 1) : 0;
  const bool strong = mark && words < text.size() && strong_mark(text, words) > 0 &&
                      closing_mark(text, words, strong_mark(text, words)) != std::string_view::npos;
  return strong ? words : 0;
}

}  // namespace

Line without_markdown(Line line) {
  static constexpr ByteSet marks_or_escapes("*_\\#");
  if (line.continues || marks_or_escapes.find(line.text) == std::string_view::npos) return line;
  const std::string_view text = line.text;
  std::string plain;
  std::vector<SourceRun> pieces;
  std::size_t at = opening(text), close = std::string_view::npos, strong = 0;
  const bool heading = at > 0 && text.front() == '#';
  bool parted = true;
  while (at < text.size()) {
    const std::size_t marks = close == std::string_view::npos ? strong_mark(text, at) : 0;
    const std::size_t end = marks > 0 ? closing_mark(text, at, marks) : std::string_view::npos;
    if (end != std::string_view::npos || at == close) {
      if (at == close && line.emphasis == 0 && strong == 0) line.emphasis = static_cast<std::uint32_t>(plain.size());
      if (at != close) strong = plain.size();
      at += at == close ? strong_mark(text, at) : marks;
      close = end;
      parted = true;
      continue;
    }
    if (is_escape(text, at)) ++at, parted = true;
    if (std::exchange(parted, false)) pieces.push_back({static_cast<std::uint32_t>(plain.size()), line.source + at});
    plain += text[at++];
  }
  if (plain.size() == text.size()) return line;
  if (heading) line.emphasis = static_cast<std::uint32_t>(plain.size());
  line.text = std::move(plain);
  line.pieces = std::move(pieces);
  return line;
}

}  // namespace moniker::read
