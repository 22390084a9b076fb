#pragma once
#include <string_view>

#include "rules/compiled.hpp"

namespace moniker::rules {

/// Whether an expression holds of a single folded word, were it written in this shape.
inline bool is_word_of(const RuleSet::Compiled& compiled, Predicates::Id question, std::string_view folded,
                       std::uint32_t shape) {
  const auto* entry = compiled.lexicon.find(folded);
  return compiled.predicates.would_hold(question, entry ? compiled.lexicon.set(*entry) : words::ClassSet(), shape);
}

}  // namespace moniker::rules
