#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "moniker/text_hash.hpp"

namespace moniker::words {

/// Folded words, looked up by view.
using WordSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;
template <class T>
using WordMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

template <class T>
const T* find_word(const WordMap<T>& map, std::string_view folded) {
  const auto found = map.find(folded);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace moniker::words
