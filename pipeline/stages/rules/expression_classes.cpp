// Which symbols a set of characters may hold. In ASCII sets are exact, since complements are taken of them; beyond,
// they may hold too much, and a complement holds all. Where case does not count, two characters beyond ASCII are
// ASCII's: the Kelvin sign is a k and the long s an s.
#include "rules/expression_classes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.hpp"

namespace moniker::rules {
namespace {

constexpr char32_t kelvin = 0x212A, long_s = 0x17F;

template <class Holds>
Symbols ascii_where(const Holds& holds) {
  Symbols set;
  for (char32_t c = 0; c < 0x80; ++c) set.set(c, holds(c));
  return set;
}
const Symbols& wide() {
  static const Symbols all = Symbols().set(wide_word).set(wide_joiner).set(wide_gap).set(wide_number);
  return all;
}
bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

template <std::size_t N>
bool lies_in(char32_t c, const std::pair<char32_t, char32_t> (&ranges)[N]) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const auto& range) { return range.first <= c && c <= range.second; });
}

/// Punctuation of no script alone, separators, currencies, arrows, signs, pictures, what a font has for itself (the
/// bullets of word processors), and what stands for a character that could not be read: no letter, mark or number in
/// any version of Unicode. Letters among them are words' already (symbol_of).
bool stands_between(char32_t c) {
  constexpr std::pair<char32_t, char32_t> ranges[] = {
      {0xA0, 0xA9},     {0xAB, 0xB1},     {0xB4, 0xB4},       {0xB6, 0xB8},      {0xBB, 0xBB},     {0xBF, 0xBF},
      {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2C2, 0x2C5},     {0x2D2, 0x2DF},    {0x60C, 0x60C},   {0x61B, 0x61B},
      {0x61F, 0x61F},   {0x964, 0x965},   {0x2000, 0x206F},   {0x207A, 0x207E},  {0x208A, 0x208E}, {0x20A0, 0x20BF},
      {0x2100, 0x214F}, {0x2190, 0x23FF}, {0x249C, 0x24E9},   {0x2500, 0x2775},  {0x2794, 0x27BF}, {0x3000, 0x3003},
      {0x3008, 0x3020}, {0xE000, 0xF8FF}, {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},  {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
      {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFD}, {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1FAFF}};
  return lies_in(c, ranges);
}

/// Superscripts, fractions, Roman numerals and circled ones: numbers of Unicode (No, Nl) that are no digits (Nd).
bool is_number_apart(char32_t c) {
  constexpr std::pair<char32_t, char32_t> ranges[] = {
      {0xB2, 0xB3},     {0xB9, 0xB9},     {0xBC, 0xBE},     {0x2070, 0x2070}, {0x2074, 0x2079}, {0x2080, 0x2089},
      {0x2150, 0x2182}, {0x2185, 0x2189}, {0x2460, 0x249B}, {0x24EA, 0x24FF}, {0x2776, 0x2793}};
  return lies_in(c, ranges);
}

/// Scripts that have no character of ASCII, and none of those that stand between words or join their parts: these
/// belong to no script. A test asks RE2.
bool is_wide_script(std::string_view name) {
  constexpr std::string_view scripts[] = {"Arabic",    "Armenian", "Bengali", "Cyrillic", "Devanagari",
                                          "Ethiopic",  "Georgian", "Greek",   "Gujarati", "Gurmukhi",
                                          "Han",       "Hangul",   "Hebrew",  "Hiragana", "Katakana",
                                          "Malayalam", "Sinhala",  "Tamil",   "Telugu",   "Thai"};
  return std::find(std::begin(scripts), std::end(scripts), name) != std::end(scripts);
}

/// With the other case of every ASCII letter, and what folds to it.
Symbols folded(Symbols set) {
  for (char32_t c = 'a'; c <= 'z'; ++c) {
    const char32_t upper = c - 0x20;
    if (!set[c] && !set[upper]) continue;
    set.set(c).set(upper);
    if (c == 'k' || c == 's') set.set(wide_word);
  }
  return set;
}

}  // namespace

std::size_t symbol_of(char32_t c) {
  if (c < 0x80) return c;
  if (is_word(c)) return wide_word;
  if (is_apostrophe(c) || is_hyphen(c)) return wide_joiner;
  if (is_number_apart(c)) return wide_number;
  return stands_between(c) ? wide_gap : no_symbol;
}

const Symbols& word_symbols() {
  static const Symbols set = ascii_where([](char32_t c) { return is_word(c); }).set(wide_word);
  return set;
}
const Symbols& joiner_symbols() {
  static const Symbols set = ascii_where([](char32_t c) { return is_apostrophe(c) || is_hyphen(c); }).set(wide_joiner);
  return set;
}
const Symbols& gap_symbols() {
  static const Symbols set = ~word_symbols();
  return set;
}

Symbols literal(char32_t c, bool fold) { return range(c, c, fold); }

Symbols range(char32_t low, char32_t high, bool fold) {
  constexpr char32_t few = 512;
  Symbols set;
  for (char32_t c = low; c <= high && c < 0x80; ++c) set.set(c);
  if (fold && low <= kelvin && kelvin <= high) set.set('k');
  if (fold && low <= long_s && long_s <= high) set.set('s');
  if (high >= 0x80) {
    const char32_t first = std::max<char32_t>(low, 0x80);
    // Letters of both cases are letters, so folding adds nothing that these do not hold.
    if (high - first > few) return (fold ? folded(set) : set) | wide();
    for (char32_t c = first; c <= high; ++c) {
      if (symbol_of(c) != no_symbol) set.set(symbol_of(c));
    }
  }
  return fold ? folded(set) : set;
}

std::optional<Symbols> perl_class(char letter, bool fold) {
  if (letter == 'D' || letter == 'S' || letter == 'W')
    return complement(*perl_class(static_cast<char>(letter | 0x20), fold));
  if (letter == 'd') return range('0', '9', false);
  if (letter == 's') return ascii_where([](char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); });
  if (letter == 'w')
    return range('0', '9', false) | range('a', 'z', fold) | range('A', 'Z', fold) | range('_', '_', false);
  return std::nullopt;
}

std::optional<Symbols> unicode_class(std::string_view name, bool other, bool fold) {
  if (fold && name != "L" && name != "N" && name != "Nd" && name != "M" && name != "Z") return std::nullopt;
  Symbols set;
  if (name == "L")
    set = ascii_where(is_ascii_letter);
  else if (name == "Lu")
    set = range('A', 'Z', false);
  else if (name == "Ll")
    set = range('a', 'z', false);
  else if (name == "N" || name == "Nd")
    set = range('0', '9', false);
  else if (name == "Z")
    set.set(' ');
  else if (name != "M" && !is_wide_script(name))
    return std::nullopt;
  if (other) return complement(set);
  if (name == "N") set.set(wide_number);
  return set.set(name == "Z" ? wide_gap : wide_word);
}

Symbols complement(const Symbols& set) { return ~set | wide(); }

}  // namespace moniker::rules
