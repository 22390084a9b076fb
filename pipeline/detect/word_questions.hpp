#pragma once
#include <string_view>

#include "detect/compiled.hpp"

namespace moniker {

/// Whether an expression holds of a single folded word, were it written in this shape.
inline bool is_word_of(const RuleSet::Compiled& compiled, Predicates::Id question, std::string_view folded, std::uint32_t shape) {
  Words words;
  words.folded = folded;
  Token token{.folded_size = static_cast<std::uint32_t>(folded.size()), .shape = shape};
  if (const auto* entry = compiled.lexicon.find(folded)) token.classes = compiled.lexicon.set(*entry);
  words.tokens.push_back(token);
  Predicates::Memo memo;
  compiled.predicates.begin(words, memo);
  return compiled.predicates.holds(question, 0, memo);
}

}  // namespace moniker
