#pragma once
#include <cstddef>
#include <string_view>

#include "moniker/finding.hpp"

namespace moniker::words {

/// Cuts text into words: runs of letters, marks and digits, with inner apostrophes and hyphens. A final 's is a
/// word of its own ("Ann", "'s"), so that a possessive never hides a name, and so is "&", which folds to "and".
/// Texts, list entries and patterns are all cut by this one scanner.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}
  bool next(ByteRange& word);

 private:
  std::size_t word_length(std::size_t at) const;
  std::size_t part_length(std::size_t at) const;
  bool joins(std::size_t at, std::size_t length) const;
  std::size_t without_clitic(std::size_t begin, std::size_t end) const;
  std::size_t clitic_at(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  bool after_word_ = false;  // the last word ended right at at_
};

/// The folded form of one scanned word: fold() with a short way for ASCII; "&" is "and". Appends to `out`.
void fold_word(std::string_view word, std::string& out);

}  // namespace moniker::words
