#include "words/spoken_digits.hpp"

#include <utility>

#include "words/number_words.hpp"

namespace moniker::words {
namespace {

/// "double-oh" is two words, "M-E-G" is three letters.
std::vector<std::string> opened(const std::vector<std::string>& words) {
  std::vector<std::string> parts;
  for (const std::string& word : words) {
    std::string part;
    for (const char c : word + '-') {
      if (c != '-') {
        part += c;
      } else if (!part.empty()) {
        parts.push_back(std::exchange(part, {}));
      }
    }
  }
  return parts;
}

std::string as_digit(const std::string& word) {
  if (const int digit = digit_of(number_word(word)); digit >= 0) return std::to_string(digit);
  return word;
}

}  // namespace

std::vector<std::string> spoken_to_digits(const std::vector<std::string>& folded) {
  const std::vector<std::string> words = opened(folded);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const NumberWord number = number_word(words[i]);
    const std::uint64_t times = number.kind == NumberWord::Kind::times ? number.value : 0;
    if (times == 0 || i + 1 == words.size()) {
      out.push_back(as_digit(words[i]));
      continue;
    }
    const std::string once = as_digit(words[++i]);
    std::string repeated;
    for (std::uint64_t k = 0; k < times; ++k) repeated += once;
    out.push_back(std::move(repeated));
  }
  return out;
}

}  // namespace moniker::words
