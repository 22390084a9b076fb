#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "words/nicknames.hpp"
#include "words/spelling_index.hpp"

namespace moniker::resolve {

/// The different words of many names, numbered, and which of them may stand for a given word: itself, a part of a
/// double-barrelled name or its whole, other forms of a given name, one that is spelt or sounds nearly the same.
class NameWords {
 public:
  std::uint32_t add(const std::string& word);
  /// Ascending, each once; all that bearer.cpp lets agree with the word, and some more.
  std::vector<std::uint32_t> like(const std::string& word, const words::Nicknames& nicknames);

 private:
  using Lists = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  std::unordered_map<std::string, std::uint32_t> numbers_{};
  Lists parts_{}, sounds_{}, spellings_{};  // by part, by sound_key(), by plain_spelling()
  words::SpellingIndex near_{};
  bool ready_ = true;
};

/// The parts of a double-barrelled name.
std::vector<std::string> barrels(const std::string& word);

}  // namespace moniker::resolve
