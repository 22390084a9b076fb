#include "resolve/word_index.hpp"

#include <algorithm>

namespace moniker::resolve {

WordIndex WordIndex::by_rarest_word(const std::vector<std::vector<std::string>>& forms) {
  std::unordered_map<std::string_view, std::uint32_t> times;
  for (const auto& words : forms) {
    for (const std::string& word : words) ++times[word];
  }
  WordIndex index;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto rarest =
        std::min_element(forms[i].begin(), forms[i].end(),
                         [&](const std::string& a, const std::string& b) { return times[a] < times[b]; });
    if (rarest != forms[i].end()) index.add(*rarest, static_cast<std::uint32_t>(i));
  }
  return index;
}

std::vector<std::uint32_t> WordIndex::in(const std::set<std::string>& vocabulary) const {
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

}  // namespace moniker::resolve
