#include "resolve/first_words.hpp"

#include <algorithm>

namespace moniker {

std::vector<std::uint32_t> FirstWords::in(const std::set<std::string>& vocabulary) const {
  std::vector<std::uint32_t> numbers;
  std::string_view before;
  for (const std::string& word : vocabulary) {
    // The beginnings that it shares with the word before were asked for already.
    const auto differs = std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first;
    for (auto size = static_cast<std::size_t>(differs - word.begin()) + 1; size <= word.size(); ++size) {
      const auto found = by_word_.find(std::string_view(word).substr(0, size));
      if (found != by_word_.end()) numbers.insert(numbers.end(), found->second.begin(), found->second.end());
    }
    before = word;
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace moniker
