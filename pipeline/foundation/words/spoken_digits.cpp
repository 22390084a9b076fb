#include "words/spoken_digits.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace moniker::words {
namespace {

// clang-format off
constexpr auto digits = std::to_array<std::pair<std::string_view, char>>({
    {"oh", '0'}, {"nought", '0'}, {"zero", '0'}, {"one", '1'}, {"two", '2'}, {"three", '3'}, {"four", '4'},
    {"five", '5'}, {"six", '6'}, {"seven", '7'}, {"eight", '8'}, {"nine", '9'}});
// clang-format on

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
  for (const auto& [name, digit] : digits) {
    if (word == name) return std::string(1, digit);
  }
  return word;
}

}  // namespace

std::vector<std::string> spoken_to_digits(const std::vector<std::string>& folded) {
  const std::vector<std::string> words = opened(folded);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t times = words[i] == "double" ? 2 : words[i] == "treble" || words[i] == "triple" ? 3 : 0;
    if (times == 0 || i + 1 == words.size()) {
      out.push_back(as_digit(words[i]));
      continue;
    }
    const std::string once = as_digit(words[++i]);
    std::string repeated;
    for (std::size_t k = 0; k < times; ++k) repeated += once;
    out.push_back(std::move(repeated));
  }
  return out;
}

}  // namespace moniker::words
