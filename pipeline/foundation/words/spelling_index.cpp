#include "words/spelling_index.hpp"

#include <algorithm>
#include <string>

#include "words/edit_distance.hpp"

namespace moniker::words {
namespace {

std::uint32_t hash_of(std::string_view text) {  // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// The word less up to `edits` of its bytes, the first of which always stays.
template <class Take>
void each_form(const std::string& word, std::size_t edits, std::size_t from, const Take& take) {
  take(hash_of(word));
  if (edits == 0) return;
  for (std::size_t at = from; at < word.size(); ++at) {
    if (at > from && word[at] == word[at - 1]) continue;  // either of two equal letters leaves the same
    std::string shorter = word;
    shorter.erase(at, 1);
    each_form(shorter, edits - 1, at, take);
  }
}

}  // namespace

void SpellingIndex::add(std::string_view word, std::size_t edits, std::uint32_t number) {
  if (word.size() > longest_compared) return;
  each_form(std::string(word), edits, 1, [&](std::uint32_t hash) { forms_.emplace_back(hash, number); });
}

void SpellingIndex::ready() {
  std::sort(forms_.begin(), forms_.end());
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
}

void SpellingIndex::collect(std::string_view word, std::size_t edits, std::vector<std::uint32_t>& numbers) const {
  if (word.size() > longest_compared) return;
  each_form(std::string(word), edits, 1, [&](std::uint32_t hash) {
    auto at = std::lower_bound(forms_.begin(), forms_.end(), std::pair(hash, std::uint32_t{0}));
    for (; at != forms_.end() && at->first == hash; ++at) numbers.push_back(at->second);
  });
}

}  // namespace moniker::words
