// Cuts text as a reader would, not as the detector does: runs of letters or of digits, an apostrophe between letters
// belonging to them, marks and invisible characters to the word that they stand in, so that no soft hyphen splits a
// name, nor one written as in HTML (&shy;). Of each word it notes the stem without clitics ('s, 'll) and the other
// reading of its letters (a Cyrillic а is an a).
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

/// The bytes of a character written as in HTML ("&shy;", "&#8203;") between letters; 0 where there is none.
std::size_t reference_length(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;
  if (text[at] != '&') return 0;
  const std::string_view name = text.substr(at + 1, longest);
  const std::size_t end = name.find(';');
  const bool sound = end != std::string_view::npos && end > 1 &&
                     std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
                       return c == '#' || is_letter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9');
                     });
  return sound && is_letter(code_point_at(text, at + end + 2).value) ? end + 2 : 0;
}

/// Without such characters, but for the letter that an accent stands on: "Ren&eacute;e" -> "Renee".
std::string without_references(std::string_view written) {
  constexpr std::string_view accents[] = {"acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash", "caron"};
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t length = reference_length(written, at);
    if (length == 0) {
      out += written[at++];
      continue;
    }
    const std::string_view name = written.substr(at + 1, length - 2);
    const bool accented = std::any_of(std::begin(accents), std::end(accents),
                                      [&](std::string_view accent) { return name.substr(1) == accent; });
    if (accented) out += name[0];
    at += length;
  }
  return out;
}

/// The letter that a decorated one is: in squares and circles, flags by halves, small capitals; 0: none.
char decorated_letter(char32_t c) {
  if (c < 0x250) return '\0';
  struct Row {
    char32_t first, last;
    char letter;
  };
  static constexpr Row rows[] = {{0x24B6, 0x24CF, 'a'},   {0x24D0, 0x24E9, 'a'},   {0x249C, 0x24B5, 'a'},
                                 {0x1F110, 0x1F129, 'a'}, {0x1F130, 0x1F149, 'a'}, {0x1F150, 0x1F169, 'a'},
                                 {0x1F170, 0x1F189, 'a'}, {0x1F1E6, 0x1F1FF, 'a'}};
  for (const Row& row : rows) {
    if (c >= row.first && c <= row.last) return static_cast<char>(row.letter + static_cast<int>(c - row.first));
  }
  constexpr std::u32string_view small = U"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ";
  const std::size_t at = small.find(c);
  return at == std::u32string_view::npos ? '\0' : static_cast<char>('a' + at);
}

/// Soft hyphens, zero-width characters and the like: fold() drops what nobody sees.
bool is_invisible(std::string_view text, std::size_t at, CodePoint point) {
  const bool blank = is_space(point.value) && point.value != 0x200B && point.value != 0x2060 && point.value != 0xFEFF;
  return point.value >= 0x80 && !is_letter(point.value) && !blank && fold(text.substr(at, point.length)).empty();
}

Sort sort_at(std::string_view text, std::size_t at, CodePoint point) {
  if (point.value < 0x80) {
    if (is_letter(point.value)) return Sort::letter;
    if (is_digit(point.value)) return Sort::digit;
    return is_apostrophe(point.value) ? Sort::apostrophe : Sort::other;
  }
  if (is_letter(point.value) || is_mark(point.value) || is_invisible(text, at, point)) return Sort::letter;
  if (decorated_letter(point.value) != 0) return Sort::letter;
  if (is_digit(point.value)) return Sort::digit;
  return is_apostrophe(point.value) ? Sort::apostrophe : Sort::other;
}

/// An ASCII letter within letters, a digit within digits: nearly all of a run, of which nothing else has to be asked.
bool plainly_goes_on(char c, Sort sort) {
  return sort == Sort::letter ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : c >= '0' && c <= '9';
}

/// The end of the run of `sort` that begins at `at`; an apostrophe between letters belongs to it.
std::size_t run_end(std::string_view text, std::size_t at, Sort sort) {
  while (at < text.size()) {
    if (plainly_goes_on(text[at], sort)) {
      ++at;
      continue;
    }
    if (const std::size_t length = sort == Sort::letter ? reference_length(text, at) : 0; length != 0) {
      at += length;
      continue;
    }
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
      {U'Ο', "o"},  {U'Ρ', "p"},  {U'Τ', "t"},  {U'Χ', "x"},  {U'Ζ', "z"},  {U'υ', "u"},  {U'χ', "x"},  {U'η', "n"},
      {U'γ', "y"},  {U'Υ', "y"},  {U'ϲ', "c"},  {U'ϳ', "j"},  {U'п', "n"},  {U'ё', "e"},  {U'ї', "i"},  {U'һ', "h"},
      {U'ӏ', "l"},  {U'ԁ', "d"},  {U'ԛ', "q"},  {U'ԝ', "w"},  {U'Ё', "e"},  {U'Ї', "i"},  {U'Ԝ', "w"},  {U'Ԛ', "q"},
      {U'ո', "n"},  {U'ս', "u"},  {U'օ', "o"}};
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
  if (is_ascii(written)) return {};
  std::string out;
  bool differs = false;
  for (std::size_t at = 0; at < written.size();) {
    const CodePoint point = code_point_at(written, at);
    if (point.length == 0) break;
    const char plain = decorated_letter(point.value);
    const std::string_view letters = plain != 0 ? std::string_view(&plain, 1) : other_letters(point.value);
    out += letters.empty() ? written.substr(at, point.length) : letters;
    differs = differs || !letters.empty();
    at += point.length;
  }
  return differs ? without_apostrophes(fold(out)) : std::string();
}

std::vector<TextWord> text_words(std::string_view text, const std::vector<ByteRange>& placeholders) {
  constexpr std::size_t shortest_on_average = 5;  // with the blank behind it
  std::vector<TextWord> words;
  words.reserve(text.size() / shortest_on_average + 1);
  std::size_t next_placeholder = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool letter = is_letter(point.value) || decorated_letter(point.value) != 0;
    const Sort sort = letter ? Sort::letter : is_digit(point.value) ? Sort::digit : Sort::other;
    if (sort == Sort::other) {
      at += std::max<std::uint32_t>(1, point.length);
      continue;
    }
    const std::size_t end = run_end(text, at, sort);
    const std::string_view written = text.substr(at, end - at);
    TextWord word{.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
    const bool references = written.find('&') != std::string_view::npos;
    const std::string letters = references ? without_references(written) : std::string();
    const std::string_view read = references ? std::string_view(letters) : written;
    take_stem(word, fold(read));
    take_spelling(word, read);
    word.other = other_reading(read);
    word.masked = within(word.bytes, placeholders, next_placeholder);
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

}  // namespace moniker::prove
