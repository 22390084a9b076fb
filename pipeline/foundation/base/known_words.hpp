#pragma once
#include <functional>
#include <string_view>

namespace moniker {

/// Whether a folded word is known: as a word, or as somebody's name.
using KnowsWord = std::function<bool(std::string_view folded)>;

/// A KnowsWord for whoever knows none.
inline bool no_word(std::string_view) { return false; }

/// What is known of words by whoever reads a text; each may be empty.
struct KnownWords {
  KnowsWord word{};      // any word, and any name
  KnowsWord ordinary{};  // words of the language
  KnowsWord name{};      // whole names of those who are looked for, several words of one with a blank between
};

}  // namespace moniker
