// Character by character first, then word by word. Each character that is left knows the bytes that it stands for;
// what is left out goes to the one before it, and an opening bracket to the one behind, so that whoever replaces a
// word replaces all that was delivered of it.
#include "base/seen_text.hpp"

#include <algorithm>

#include "base/character_reference.hpp"
#include "base/fold.hpp"
#include "base/look_alikes.hpp"
#include "base/sign_letters.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/whole_words.hpp"
#include "base/word_gap.hpp"

namespace moniker {
namespace {

bool is_ascii(char32_t c) { return c < 0x80; }

/// The Latin letter that one looks like; 0: none, or it is Latin itself.
char32_t alike_of(char32_t c) { return c >= 0x250 ? look_alike(c) : 0; }

/// A word as it looks, folded.
std::string alike_word(const SeenCharacters& text, std::size_t begin, std::size_t end) {
  std::string word;
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t looks = alike_of(text[i].value);
    append_utf8(word, looks ? looks : text[i].value);
  }
  return fold(word);
}

/// Cyrillic and Greek letters become Latin in words that are Latin otherwise, and in those that are known names then.
void replace_look_alikes(SeenCharacters& text, const KnowsWord& names) {
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_ascii(text[begin].value) ? !is_letter(text[begin].value) : !is_plain_letter(text[begin].value)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    bool latin = false, alike = false, other = false;
    for (; end < text.size() && is_plain_letter(text[end].value); ++end) {
      const char32_t c = text[end].value;
      const bool looks = alike_of(c) != 0;
      alike = alike || looks;
      latin = latin || (c < 0x250 && !looks) || (c >= 0x1E00 && c < 0x1F00);
      other = other || (c >= 0x370 && c < 0x1E00 && !looks && !is_mark(c));
    }
    if (alike && !other && (latin || (names && names(alike_word(text, begin, end))))) {
      for (std::size_t i = begin; i < end; ++i) {
        if (const char32_t looks = alike_of(text[i].value)) text[i].value = looks;
      }
    }
    begin = end;
  }
}

SeenText text_of(const SeenCharacters& text, std::size_t size) {
  SeenText seen;
  seen.text.reserve(size);
  std::uint32_t expected = 1;  // so that the first is a step
  for (const SeenCharacter& one : text) {
    const auto at = static_cast<std::uint32_t>(seen.text.size());
    if (one.begin != expected || at == 0) seen.steps.push_back({at, one.begin});
    append_utf8(seen.text, one.value);
    expected = one.begin + static_cast<std::uint32_t>(seen.text.size()) - at;
  }
  seen.steps.push_back({static_cast<std::uint32_t>(seen.text.size()), static_cast<std::uint32_t>(size)});
  return seen;
}

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Whether the words about a byte are seen as others. Words that nobody knows are taken to be known, which joins fewer:
/// what is joined for its look alone has marks that are asked for beforehand.
bool differs_at(std::string_view text, std::size_t at, const KnowsWord& names) {
  constexpr std::size_t reach = 64;
  std::size_t begin = at, end = at;
  while (begin > 0 && at - begin < reach && !is_white(text[begin - 1])) --begin;
  while (end < text.size() && end - at < reach) ++end;
  while (end < text.size() && end - at < 2 * reach && !is_white(text[end])) ++end;
  while (begin < at && is_continuation(text[begin])) ++begin;
  while (end < text.size() && is_continuation(text[end])) ++end;
  const std::string_view words = text.substr(begin, end - begin);
  return seen_text(words, {.word = no_word, .ordinary = no_word, .name = names}).text != words;
}

bool of_word(char c) { return is_ascii_letter(c) || c == '\''; }

/// Whether a word may go on behind the white space that stands behind this hyphen (whole_words.hpp), as far as ASCII
/// tells: of speech that is cut off ("th- the", "I- I was") next to nothing does.
bool may_go_on(std::string_view text, std::size_t hyphen, const KnowsWord& known) {
  std::size_t begin = hyphen, next = hyphen + 1;
  while (begin > 0 && of_word(text[begin - 1])) --begin;
  if (begin > 0 && is_wide(text[begin - 1])) return true;
  while (next < text.size() && is_white(text[next])) ++next;
  if (next < text.size() && is_wide(text[next])) return true;
  if (next == text.size() || !is_ascii_letter(text[next]) || hyphen - begin < 2) return false;
  std::size_t end = next;
  while (end < text.size() && of_word(text[end])) ++end;
  if (end < text.size() && is_wide(text[end])) return true;
  const std::string first = fold(text.substr(begin, hyphen - begin)), second = fold(text.substr(next, end - next));
  if (second.starts_with(first)) return false;
  const bool line = text.substr(hyphen, next - hyphen).find('\n') != std::string_view::npos;
  return line || (text[next] >= 'a' && known(first + second));
}

bool may_be_ornament(char c) { return is_wide(c) || c == '*' || c == '_' || c == '~' || c == '`' || c == '<'; }

}  // namespace

ByteRange SeenText::delivered(ByteRange seen) const {
  const auto place = [&](std::uint32_t at) {
    const auto behind =
        std::upper_bound(steps.begin(), steps.end(), at, [](std::uint32_t a, Step step) { return a < step.seen; });
    const Step step = behind == steps.begin() ? Step{} : *(behind - 1);
    return step.delivered + (at - step.seen);
  };
  ByteRange range{place(seen.begin), place(seen.end)};
  for (const Step& step : steps) {  // a part of a ligature is all of it
    if (range.end > range.begin) break;
    if (step.delivered > range.begin) range.end = step.delivered;
  }
  return range;
}

std::uint32_t SeenText::seen(std::uint32_t delivered) const {
  const auto behind = std::upper_bound(steps.begin(), steps.end(), delivered,
                                       [](std::uint32_t a, Step step) { return a < step.delivered; });
  if (behind == steps.begin()) return 0;
  const Step step = *(behind - 1);
  const std::uint32_t at = step.seen + (delivered - step.delivered);
  return behind == steps.end() ? std::min(at, static_cast<std::uint32_t>(text.size())) : std::min(at, behind->seen);
}

bool may_be_disguised(std::string_view text, const KnowsWord& names, const KnowsWord& words) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_letter(c)) continue;
    const char before = at > 0 ? text[at - 1] : ' ', behind = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool inside = is_ascii_letter(before) || is_wide(before);
    if (c == ' ' && is_ascii_letter(behind)) continue;
    if (is_wide(c)) {
      if (may_be_seen_otherwise(text, at)) return true;
    } else if (c == '-') {
      if (is_white(behind) && !is_white(before) && (!words || may_go_on(text, at, words))) return true;
    } else if (c == '&') {
      if (character_reference_at(text, at)) return true;
    } else if (c == '(' || c == '[' || c == '{') {
      if (inside) return true;
    } else if (c == ')' || c == ']' || c == '}') {
      if (is_ascii_letter(behind) || is_wide(behind)) return true;
    } else if (names && may_be_sign_letter(text, at) && differs_at(text, at, names)) {
      return true;
    }
    if (inside && (names || may_be_ornament(c)) && may_be_word_gap(text, at) && differs_at(text, at, names))
      return true;
  }
  return false;
}

SeenText seen_text(std::string_view text, const KnownWords& known) {
  SeenCharacters seen = seen_characters(text);
  replace_look_alikes(seen, known.name);
  if (known.name) read_sign_letters(seen, known);
  if (known.word) seen = whole_words(std::move(seen), known, text);
  return text_of(seen, text.size());
}

std::string seen_label(std::string_view label) {
  return may_be_disguised(label) ? seen_text(label).text : std::string(label);
}

}  // namespace moniker
