#include "intruder/seen_words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "words/word_scanner.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t longest_phrase = 4;

/// How a word is written.
void read_shape(std::string_view text, SeenWord& word) {
  std::size_t capitals = 0, others = 0, count = 0;
  word.letters = true;
  for (std::size_t at = word.bytes.begin; at < word.bytes.end;) {
    const CodePoint c = code_point_at(text, at);
    if (c.length == 0) break;
    if (count == 0) word.capital = is_upper(c.value);
    capitals += is_upper(c.value) ? 1 : 0;
    others += is_lower(c.value) ? 1 : 0;
    word.letters = word.letters && !is_digit(c.value);
    at += c.length;
    ++count;
  }
  word.upper = capitals > 1 && others <= 1;
}

/// Whether a capital is explained by what stands before it.
bool starts_sentence(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  if (at == 0) return true;
  constexpr std::string_view starters = ".?!:;\n\"([-*'";
  if (starters.find(text[at - 1]) != std::string_view::npos) return true;
  const char32_t before = code_point_before(text, at).value;
  return before == U'\u2013' || before == U'\u2014' || before == U'\u2026' || before == U'\u201C' ||
         before == U'\u2018';
}

void mark_harmless(const IntruderWords& words, std::vector<SeenWord>& seen) {
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (std::size_t count = std::min(longest_phrase, seen.size() - i); count > 0; --count) {
      if (!words.harmless.contains(phrase_of(seen, i, count))) continue;
      for (std::size_t k = i; k < i + count; ++k) seen[k].harmless = true;
      break;
    }
  }
}

}  // namespace

std::vector<ByteRange> replaced_in(const SeenTurn& turn) {
  std::vector<ByteRange> ranges;
  for (const SeenMark& mark : turn.marks) ranges.push_back(mark.bytes);
  return ranges;
}

std::vector<SeenWord> seen_words(const SeenTurn& turn, const IntruderWords& words) {
  std::vector<SeenWord> seen;
  words::WordScanner scanner(turn.text);
  for (ByteRange bytes; scanner.next(bytes);) {
    SeenWord word{
        .bytes = bytes, .starts = starts_sentence(turn.text, bytes.begin), .replaced = is_replaced(turn, bytes)};
    words::fold_word(words_at(turn, bytes), word.folded);
    read_shape(turn.text, word);
    seen.push_back(std::move(word));
  }
  mark_harmless(words, seen);
  return seen;
}

std::string words_at(const SeenTurn& turn, ByteRange bytes) { return turn.text.substr(bytes.begin, bytes.size()); }

std::string_view between(const SeenTurn& turn, const SeenWord& before, const SeenWord& after) {
  return std::string_view(turn.text).substr(before.bytes.end, after.bytes.begin - before.bytes.end);
}

std::string phrase_of(const std::vector<SeenWord>& words, std::size_t first, std::size_t count) {
  std::string phrase;
  for (std::size_t i = first; i < first + count; ++i) phrase.append(i == first ? "" : " ").append(words[i].folded);
  return phrase;
}

}  // namespace moniker::intruder
