// Numbers and codes read aloud, as they stand in a text: cut into words here, read by the one grammar of numbers.
#include <utility>

#include "rules/codes.hpp"
#include "words/language.hpp"
#include "words/spoken_number.hpp"

namespace moniker::validate {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::vector<std::string> words_said(std::string_view text, const words::Language& language) {
  std::vector<std::string> said;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_letter_or_digit(text[i])) {
      word += lower(text[i]);
      continue;
    }
    if (!word.empty() && !language.number_pauses.contains(word)) said.push_back(word);
    word.clear();
  }
  return said;
}

std::string said_aloud(std::string_view text, const words::Language& language) {
  return words::spoken_code(words_said(text, language), language.numbers).value_or(std::string());
}

bool counts(std::string_view digits) {
  const auto steps = [&](int step) {
    for (std::size_t i = 1; i < digits.size(); ++i) {
      if (digits[i] - digits[i - 1] != step) return false;
    }
    return true;
  };
  return steps(1) || steps(-1) || steps(0);
}

}  // namespace moniker::validate
