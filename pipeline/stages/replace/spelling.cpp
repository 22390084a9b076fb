#include "replace/spelling.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "words/compound_ending.hpp"

namespace moniker::replace {
namespace {

bool closes(char32_t c) {
  constexpr std::u32string_view closing = U",;:!?\"\u2026\u201D\u00BB";
  return closing.find(c) != std::u32string_view::npos || is_single_quote(c);
}

/// A full stop ends a sentence, unless it stands after a single letter: "J." keeps it.
bool stop_of_an_initial(std::string_view text, ByteRange range) {
  if (range.size() < 2) return false;
  const std::size_t letter = range.end - 1;
  const CodePoint before = code_point_before(text, letter);
  if (!is_upper(before.value)) return false;
  const std::size_t begin = letter - before.length;
  return begin <= range.begin || !is_letter(code_point_before(text, begin).value);
}

/// "'s" and "’S" behind a letter, by how many bytes; 0 where there is none.
std::uint32_t possessive_bytes(std::string_view text, ByteRange range) {
  const CodePoint s = code_point_before(text, range.end);
  if ((s.value != 's' && s.value != 'S') || range.size() < 3) return 0;
  const CodePoint mark = code_point_before(text, range.end - 1);
  if (!is_single_quote(mark.value) || range.size() <= 1 + mark.length) return 0;
  const CodePoint letter = code_point_before(text, range.end - 1 - mark.length);
  return is_letter(letter.value) || is_digit(letter.value) ? 1 + mark.length : 0;
}

}  // namespace

ByteRange core_of(std::string_view text, ByteRange range) {
  ByteRange core = range;
  while (core.begin < core.end && is_space(code_point_at(text, core.begin).value)) {
    core.begin += code_point_at(text, core.begin).length;
  }
  while (core.begin < core.end) {
    const CodePoint last = code_point_before(text, core.end);
    const bool stop = last.value == '.' && !stop_of_an_initial(text, core);
    if (!(is_space(last.value) || closes(last.value) || stop)) break;
    core.end -= last.length;
  }
  if (core.begin < core.end) core.end -= possessive_bytes(text, core);
  core.end -= static_cast<std::uint32_t>(words::compound_ending(text.substr(core.begin, core.size())));
  return core.begin < core.end ? core : range;
}

std::string_view core_text(std::string_view surface) {
  const ByteRange core = core_of(surface, {0, static_cast<std::uint32_t>(surface.size())});
  return surface.substr(core.begin, core.size());
}

std::string with_case_of(std::string_view surface, std::string text) {
  if (!is_upper(code_point_at(surface, 0).value) || text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::vector<std::string> singulars(std::string_view folded) {
  std::vector<std::string> out{std::string(folded)};
  const auto try_ending = [&](std::string_view ending, std::string_view instead) {
    if (folded.size() <= ending.size() + 1 || !folded.ends_with(ending)) return;
    out.push_back(std::string(folded.substr(0, folded.size() - ending.size())) + std::string(instead));
  };
  try_ending("men", "man");
  try_ending("ies", "y");
  try_ending("es", "");
  try_ending("s", "");
  return out;
}

}  // namespace moniker::replace
