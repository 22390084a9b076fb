#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace moniker::align {

/// A word in the form in which two talks are compared, and where what it was made of begins in the text.
struct NormalWord {
  std::string text{};
  std::size_t begin = 0;
};

struct WordOptions {
  const words::Language& language;  // outlives them
  bool fillers = false;             // um, er and the like are words too
};

/// What is said, whoever wrote it down: case, accents, punctuation, hyphens and marks in brackets gone; contractions in
/// full; numbers in words; one spelling of British and American words. docs/against.md gives the rules.
std::vector<NormalWord> normal_words(std::string_view text, const WordOptions& options);

}  // namespace moniker::align
