// Cuts text as a reader would, not as the detector does: runs of letters or of digits, an apostrophe between letters
// belonging to them, marks and invisible characters to the word that they stand in, so that no soft hyphen splits a
// name. Of each word it notes the stem without clitics ('s, 'll) and the other reading of its letters (a Cyrillic а is
// an a).
#include "prove/text_words.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker::prove {
namespace {

enum class Sort { letter, digit, apostrophe, other };

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0xFF07 || c == 0x60 || c == 0xB4;
}

/// Soft hyphens, zero-width characters and the like: fold() drops what nobody sees.
bool is_invisible(std::string_view text, std::size_t at, CodePoint point) {
  return point.value >= 0x80 && !is_letter(point.value) && fold(text.substr(at, point.length)).empty();
}

Sort sort_at(std::string_view text, std::size_t at, CodePoint point) {
  if (point.value < 0x80) {
    if (is_letter(point.value)) return Sort::letter;
    if (is_digit(point.value)) return Sort::digit;
    return is_apostrophe(point.value) ? Sort::apostrophe : Sort::other;
  }
  if (is_letter(point.value) || is_mark(point.value) || is_invisible(text, at, point)) return Sort::letter;
  if (is_digit(point.value)) return Sort::digit;
  return is_apostrophe(point.value) ? Sort::apostrophe : Sort::other;
}

/// The end of the run of `sort` that begins at `at`; an apostrophe between letters belongs to it.
std::size_t run_end(std::string_view text, std::size_t at, Sort sort) {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (point.length == 0) break;
    const Sort here = sort_at(text, at, point);
    const bool inner =
        sort == Sort::letter && here == Sort::apostrophe && is_letter(code_point_at(text, at + point.length).value);
    const bool hidden = sort == Sort::digit && point.value >= 0x80 && here == Sort::letter && !is_letter(point.value);
    if (here != sort && !inner && !hidden) break;
    at += point.length;
  }
  return at;
}

std::string without_apostrophes(std::string_view folded) {
  std::string out;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(out), [](char c) { return c != '\''; });
  return out;
}

void take_spelling(TextWord& word, std::string_view written) {
  std::size_t letters = 0, capitals = 0;
  bool after_small = false;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint point = code_point_at(written, at);
    if (is_letter(point.value)) {
      if (letters == 0) word.capital = is_upper(point.value);
      ++letters;
      capitals += is_upper(point.value);
      word.humped = word.humped || (after_small && is_upper(point.value));
      after_small = is_lower(point.value);
    }
    at += std::max<std::uint32_t>(1, point.length);
  }
  word.shouted = letters >= 2 && capitals == letters;
}

/// kate's, kate'll, kate's've: what is said of kate.
void take_stem(TextWord& word, std::string_view folded) {
  constexpr std::string_view clitics[] = {"s", "d", "ll", "ve", "re", "m"};
  auto mark = folded.rfind('\'');
  word.folded = mark == std::string_view::npos ? std::string(folded) : without_apostrophes(folded);
  word.stem_size = word.folded.size();
  for (; mark != std::string_view::npos; mark = folded.rfind('\'')) {
    const std::string_view clitic = folded.substr(mark + 1);
    if (std::find(std::begin(clitics), std::end(clitics), clitic) == std::end(clitics)) return;
    word.stem_size -= clitic.size();
    word.possessive = word.possessive || clitic == "s";
    folded = folded.substr(0, mark);
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What a letter is in the other reading; empty: itself.
std::string_view other_letters(char32_t c) {
  struct Letter {
    char32_t from;
    std::string_view to;
  };
  static constexpr Letter letters[] = {
      {U'ä', "ae"}, {U'ö', "oe"}, {U'ü', "ue"}, {U'Ä', "ae"}, {U'Ö', "oe"}, {U'Ü', "ue"}, {U'ø', "oe"}, {U'Ø', "oe"},
      {U'å', "aa"}, {U'Å', "aa"}, {U'а', "a"},  {U'в', "b"},  {U'е', "e"},  {U'і', "i"},  {U'ј', "j"},  {U'к', "k"},
      {U'м', "m"},  {U'н', "h"},  {U'о', "o"},  {U'р', "p"},  {U'с', "c"},  {U'ѕ', "s"},  {U'т', "t"},  {U'у', "y"},
      {U'х', "x"},  {U'А', "a"},  {U'В', "b"},  {U'Е', "e"},  {U'І', "i"},  {U'Ј', "j"},  {U'К', "k"},  {U'М', "m"},
      {U'Н', "h"},  {U'О', "o"},  {U'Р', "p"},  {U'С', "c"},  {U'Ѕ', "s"},  {U'Т', "t"},  {U'У', "y"},  {U'Х', "x"},
      {U'α', "a"},  {U'ε', "e"},  {U'ι', "i"},  {U'κ', "k"},  {U'ν', "v"},  {U'ο', "o"},  {U'ρ', "p"},  {U'τ', "t"},
      {U'Α', "a"},  {U'Β', "b"},  {U'Ε', "e"},  {U'Η', "h"},  {U'Ι', "i"},  {U'Κ', "k"},  {U'Μ', "m"},  {U'Ν', "n"},
      {U'Ο', "o"},  {U'Ρ', "p"},  {U'Τ', "t"},  {U'Χ', "x"},  {U'Ζ', "z"}};
  for (const Letter& letter : letters) {
    if (letter.from == c) return letter.to;
  }
  return {};
}

bool within(ByteRange bytes, const std::vector<ByteRange>& ranges, std::size_t& next) {
  while (next < ranges.size() && ranges[next].end <= bytes.begin) ++next;
  return next < ranges.size() && ranges[next].overlaps(bytes);
}

}  // namespace

std::string other_reading(std::string_view written) {
  std::string out;
  bool differs = false;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint point = code_point_at(written, at);
    if (point.length == 0) break;
    const std::string_view letters = other_letters(point.value);
    out += letters.empty() ? written.substr(at, point.length) : letters;
    differs = differs || !letters.empty();
    at += point.length;
  }
  return differs ? without_apostrophes(fold(out)) : std::string();
}

std::vector<TextWord> text_words(std::string_view text, const std::vector<ByteRange>& placeholders) {
  std::vector<TextWord> words;
  std::size_t next_placeholder = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const Sort sort = is_letter(point.value) ? Sort::letter : is_digit(point.value) ? Sort::digit : Sort::other;
    if (sort == Sort::other) {
      at += std::max<std::uint32_t>(1, point.length);
      continue;
    }
    const std::size_t end = run_end(text, at, sort);
    const std::string_view written = text.substr(at, end - at);
    TextWord word{.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    take_stem(word, fold(written));
    take_spelling(word, written);
    if (!is_ascii(written)) word.other = other_reading(written);
    word.masked = within(word.bytes, placeholders, next_placeholder);
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

}  // namespace moniker::prove
