// Numbers and codes read aloud: digit words, "double" and "treble", tens ("forty-two"), "hundred" and
// "thousand" where they stand for noughts ("nine hundred"), and letters.
#include <algorithm>
#include <optional>
#include <utility>

#include "rules/validator_functions.hpp"

namespace moniker::validate {
namespace {

constexpr std::pair<std::string_view, std::string_view> number_words[] = {
    {"oh", "0"},       {"o", "0"},          {"nought", "0"},    {"naught", "0"},    {"zero", "0"},
    {"one", "1"},      {"two", "2"},        {"three", "3"},     {"four", "4"},      {"five", "5"},
    {"six", "6"},      {"seven", "7"},      {"eight", "8"},     {"nine", "9"},      {"ten", "10"},
    {"eleven", "11"},  {"twelve", "12"},    {"thirteen", "13"}, {"fourteen", "14"}, {"fifteen", "15"},
    {"sixteen", "16"}, {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"},
    {"thirty", "30"},  {"forty", "40"},     {"fifty", "50"},    {"sixty", "60"},    {"seventy", "70"},
    {"eighty", "80"},  {"ninety", "90"},    {"hundred", "00"},  {"thousand", "000"}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter_or_digit(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

/// What one word says; nothing for a word that is none of a number's.
std::optional<std::string> said_by(const std::string& word) {
  for (const auto& [name, digits] : number_words) {
    if (word == name) return std::string(digits);
  }
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

std::size_t repeats(std::string_view word) {
  return word == "double" ? 2 : word == "treble" || word == "triple" ? 3 : 1;
}

/// Takes words one by one; "forty" waits for its "two".
class Saying {
 public:
  bool word(const std::string& word) {
    if (word.empty() || joins(word)) return true;
    if (repeats(word) > 1) {
      times_ = repeats(word);
      return true;
    }
    const std::optional<std::string> said = said_by(word);
    if (!said) return false;
    if (tens_open_ && times_ == 1 && said->size() == 1 && (*said)[0] >= '1' && (*said)[0] <= '9') {
      text_.back() = (*said)[0];
    } else {
      for (std::size_t i = 0; i < times_; ++i) text_ += *said;
    }
    tens_open_ = times_ == 1 && word.size() > 4 && word.ends_with("ty");
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
