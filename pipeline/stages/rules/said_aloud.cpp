// Numbers and codes read aloud: digit words, "double" and "treble", tens ("forty-two"), "hundred" and
// "thousand" where they stand for noughts ("nine hundred"), and letters.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "rules/codes.hpp"
#include "words/number_words.hpp"

namespace moniker::validate {
namespace {

using words::NumberWord;
using Kind = NumberWord::Kind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter_or_digit(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || is_ascii_digit(c); }

/// "hundred" stands for "00", "thousand" for "000"; nobody reads millions of a number.
std::optional<std::string> noughts(std::uint64_t scale) {
  if (scale > 1000) return std::nullopt;
  return std::to_string(scale).substr(1);
}

/// What one word says; nothing for a word that is none of a number's.
std::optional<std::string> said_by(const std::string& word, const NumberWord& number) {
  if (number.kind == Kind::scale) return noughts(number.value);
  if (number.kind != Kind::none && number.kind != Kind::ordinal) return std::to_string(number.value);
  // Digits, one letter, or letters and digits written together: "LS six", "BD7 one AB".
  const std::size_t letters = std::min(word.find_first_of("0123456789"), word.size());
  if (letters > 2 || word.find_first_not_of("0123456789", letters) != std::string::npos) return std::nullopt;
  std::string code = word;
  for (std::size_t i = 0; i < letters; ++i) code[i] = static_cast<char>(code[i] - 'a' + 'A');
  return code;
}

/// What stands between digits and says none.
bool joins(std::string_view word) {
  constexpr std::string_view words[] = {"and", "um", "uh", "er", "erm", "then", "dash", "space", "plus"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Takes words one by one; "forty" waits for its "two".
class Saying {
 public:
  bool word(const std::string& word) {
    if (word.empty() || joins(word)) return true;
    const NumberWord number = words::number_word(word);
    if (number.kind == Kind::times) {
      times_ = number.value;
      return true;
    }
    const std::optional<std::string> said = said_by(word, number);
    if (!said) return false;
    if (tens_open_ && times_ == 1 && said->size() == 1 && (*said)[0] >= '1' && (*said)[0] <= '9') {
      text_.back() = (*said)[0];
    } else {
      for (std::size_t i = 0; i < times_; ++i) text_ += *said;
    }
    tens_open_ = times_ == 1 && number.kind == Kind::tens;
    times_ = 1;
    return true;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_{};
  std::size_t times_ = 1;
  bool tens_open_ = false;
};

}  // namespace

std::string said_aloud(std::string_view text) {
  Saying saying;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_letter_or_digit(text[i])) {
      word += lower(text[i]);
    } else if (!saying.word(std::exchange(word, {}))) {
      return {};
    }
  }
  return saying.take();
}

}  // namespace moniker::validate
