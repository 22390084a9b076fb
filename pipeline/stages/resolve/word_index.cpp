// The words stand in order, so that of all that begin a word the longest is the last before it, or a beginning of that:
// each knows the longest other word that it begins with, and one search finds the end of that chain. The first two
// bytes say where to search, and the first eight lie together, so that hardly a word is looked at on the way.
#include "resolve/word_index.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace moniker::resolve {
namespace {

constexpr std::size_t pairs = 256 * 256;

std::size_t first_two(std::string_view word) {
  const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
  return byte(0) * 256 + byte(1);
}

/// Smaller words have smaller heads, or the same.
std::uint64_t head_of(std::string_view word) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof(head); ++i)
    head = head << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
  return head;
}

}  // namespace

void in_order_once(SaidWords& words) {
  if (std::adjacent_find(words.begin(), words.end(), std::greater_equal<>()) == words.end()) return;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool begins_a_word(const SaidWords& said, const std::string& word) {
  const auto there = std::lower_bound(said.begin(), said.end(), word);
  return there != said.end() && there->starts_with(word);
}

WordIndex::WordIndex(Words words) : words_(std::move(words)), beginning_(words_.size(), none), first_(pairs + 1) {
  std::sort(words_.begin(), words_.end());
  heads_.reserve(words_.size());
  for (const auto& [word, number] : words_) heads_.push_back(head_of(word));
  for (const auto& [word, number] : words_) ++first_[first_two(word) + 1];
  for (std::size_t i = 0; i < pairs; ++i) first_[i + 1] += first_[i];
  std::vector<std::uint32_t> open;  // each begins with the one before
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    while (!open.empty() && !words_[i].first.starts_with(words_[open.back()].first)) open.pop_back();
    if (!open.empty()) beginning_[i] = open.back();
    open.push_back(i);
  }
}

WordIndex WordIndex::by_rarest_word(const std::vector<std::vector<std::string>>& forms) {
  std::unordered_map<std::string_view, std::uint32_t> times;
  for (const auto& words : forms) {
    for (const std::string& word : words) ++times[word];
  }
  Words rare;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto rarest =
        std::min_element(forms[i].begin(), forms[i].end(),
                         [&](const std::string& a, const std::string& b) { return times[a] < times[b]; });
    if (rarest != forms[i].end()) rare.emplace_back(*rarest, static_cast<std::uint32_t>(i));
  }
  return WordIndex(std::move(rare));
}

std::vector<std::uint32_t> WordIndex::in(const SaidWords& said) const {
  std::vector<std::uint32_t> numbers;
  if (words_.empty()) return numbers;
  for (const std::string& word : said) {
    for (auto at = last_beginning(word, end_of_smaller(word)); at != none; at = beginning_[at])
      numbers.push_back(words_[at].second);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

/// Behind the last word that is no greater.
std::uint32_t WordIndex::end_of_smaller(std::string_view word) const {
  const std::size_t pair = first_two(word);
  const auto heads = heads_.begin();
  const auto [from, to] = std::equal_range(heads + first_[pair], heads + first_[pair + 1], head_of(word));
  const auto first = words_.begin();
  const auto after = std::upper_bound(first + (from - heads), first + (to - heads), word,
                                      [](std::string_view w, const auto& entry) { return w < entry.first; });
  return static_cast<std::uint32_t>(after - first);
}

std::uint32_t WordIndex::last_beginning(std::string_view word, std::uint32_t after) const {
  if (after == 0) return none;
  std::uint32_t at = after - 1;
  while (at != none && !word.starts_with(words_[at].first)) at = beginning_[at];
  return at;
}

}  // namespace moniker::resolve
