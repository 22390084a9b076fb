// What the signs of one word may mean is tried out, sign by sign, until a name comes of it: few words hold signs, and
// these hold few.
#include "base/sign_letters.hpp"

#include <algorithm>
#include <string>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker {
namespace {

constexpr std::size_t longest_word = 40, most_signs = 5, most_tries = 2000;

struct SignRow {
  char32_t sign;
  std::string_view letters;
};
constexpr std::string_view any_letter = "aeiouycnsrltdbfghjkmpqvwxz";
constexpr SignRow sign_rows[] = {{'0', "o"},  {'1', "il"},       {'2', "z"},          {'3', "e"},  {'4', "a"},
                                 {'5', "s"},  {'6', "bg"},       {'7', "t"},          {'8', "b"},  {'9', "g"},
                                 {'!', "il"}, {'@', "ao"},       {'$', "s"},          {'|', "il"}, {'+', "t"},
                                 {'(', "c"},  {0x20AC, "e"},     {0xA3, "l"},         {0xA1, "i"}, {0xA7, "s"},
                                 {0xD7, "x"}, {'?', any_letter}, {0xFFFD, any_letter}};

std::string_view letters_of(char32_t c) {
  for (const SignRow& row : sign_rows) {
    if (row.sign == c) return row.letters;
  }
  return {};
}

bool is_lost(char32_t c) { return c == '?' || c == 0xFFFD; }
bool is_of_word(char32_t c) { return is_letter(c) || is_mark(c) || is_apostrophe(c); }

class SignedWord {
 public:
  SignedWord(SeenCharacters& text, std::size_t begin, std::size_t end, const KnowsWord& names)
      : text_(text), begin_(begin), end_(end), names_(names) {}

  /// Whether its signs were read; then the word may have become shorter.
  bool read() {
    std::size_t letters = 0, signs = 0, lost = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      letters += is_letter(text_[i].value);
      signs += !is_of_word(text_[i].value);
      lost += is_lost(text_[i].value);
    }
    // One letter that is lost leaves one sign or, of UTF-8, several.
    const bool enough = letters + signs >= (lost > 0 && lost == signs ? 3U : 4U) && letters >= 2 && signs <= letters;
    if (signs == 0 || signs > most_signs || !enough) return false;
    return attempt(begin_, false) || (lost > 1 && attempt(begin_, true));
  }

 private:
  bool attempt(std::size_t from, bool lost_are_one) {
    said_.clear();
    tries_ = 0;
    lost_are_one_ = lost_are_one;
    if (!goes_on(from)) return false;
    write();
    return true;
  }

  bool goes_on(std::size_t at) {
    if (at == end_) return ++tries_ < most_tries && names_(fold(said_));
    const char32_t c = text_[at].value;
    const std::size_t size = said_.size();
    if (is_of_word(c)) {
      append_utf8(said_, c);
      if (goes_on(at + 1)) return true;
      said_.resize(size);
      return false;
    }
    std::size_t next = at + 1;
    while (lost_are_one_ && is_lost(c) && next < end_ && is_lost(text_[next].value)) ++next;
    for (const char letter : letters_of(c)) {
      said_ += letter;
      if (tries_ < most_tries && goes_on(next)) return true;
      said_.resize(size);
    }
    return false;
  }

  /// With capitals where the letters beside have them, or where the word begins.
  void write() {
    std::size_t out = begin_, letter = 0;
    bool after_lost = false;
    const bool shouted = std::none_of(text_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                      text_.begin() + static_cast<std::ptrdiff_t>(end_),
                                      [](const SeenCharacter& c) { return is_lower(c.value); });
    for (std::size_t i = begin_; i < end_; ++i) {
      const char32_t c = text_[i].value;
      const bool again = lost_are_one_ && after_lost && is_lost(c);
      after_lost = is_lost(c);
      if (again) continue;
      if (is_of_word(c)) {
        letter += code_point_at(said_, letter).length;
        text_[out++] = text_[i];
        continue;
      }
      const char32_t said = static_cast<unsigned char>(said_[letter++]);
      text_[out++] = {shouted || i == begin_ ? said - ('a' - 'A') : said, text_[i].begin};
    }
    text_.erase(text_.begin() + static_cast<std::ptrdiff_t>(out), text_.begin() + static_cast<std::ptrdiff_t>(end_));
  }

  SeenCharacters& text_;
  const std::size_t begin_, end_;
  const KnowsWord& names_;
  std::string said_{};
  std::size_t tries_ = 0;
  bool lost_are_one_ = false;
};

bool is_known(const SeenCharacters& text, std::size_t begin, std::size_t end, const KnownWords& known) {
  std::string word;
  for (std::size_t i = begin; i < end; ++i) append_utf8(word, text[i].value);
  word = fold(word);
  return known.name(word) || (known.word && known.word(word));
}

}  // namespace

void read_sign_letters(SeenCharacters& text, const KnownWords& known) {
  const auto of_sign = [](char32_t c) { return !letters_of(c).empty(); };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    bool letter = false, sign = false;
    for (; end < text.size() && (is_of_word(text[end].value) || of_sign(text[end].value)); ++end) {
      letter = letter || is_letter(text[end].value);
      sign = sign || of_sign(text[end].value);
    }
    if (!letter || !sign || end - begin > longest_word) {
      begin = std::max(end, begin + 1);
      continue;
    }
    // What ends a sentence or opens a bracket is tried as a letter last, and not beside a word that is whole.
    const auto punctuation = [](char32_t c) { return !is_of_word(c) && !is_digit(c) && c != 0xFFFD; };
    std::size_t first = begin, last = end;
    while (first < last && punctuation(text[first].value)) ++first;
    while (last > first && punctuation(text[last - 1].value)) --last;
    const std::size_t size = text.size();
    const bool whole = SignedWord(text, first, last, known.name).read();
    if (!whole && (first > begin || last < end) && !is_known(text, first, last, known)) {
      const bool behind = SignedWord(text, first, std::min(last + 1, end), known.name).read();
      if (!behind) SignedWord(text, first > begin ? first - 1 : begin, last, known.name).read();
    }
    begin = end - (size - text.size());
  }
}

bool may_be_sign_letter(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    if (i >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[i]);
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  };
  const auto small = [&](std::size_t i) { return i < text.size() && text[i] >= 'a' && text[i] <= 'z'; };
  const char c = text[at];
  const bool ahead = at > 0 && letter(at - 1), behind = letter(at + 1);
  if (c == '?') return ahead ? behind || (small(at + 2) && text[at + 1] == ' ') : small(at + 1);
  if (c == '!' || c == '(') return ahead && behind;
  return (ahead || behind) && !letters_of(static_cast<unsigned char>(c)).empty();
}

}  // namespace moniker
