#pragma once
#include "detect/compiled.hpp"

namespace moniker {

/// The score of a finding after its rule's context words were looked for round it: in this utterance, and, where
/// the window reaches beyond its beginning, in the one before (a question is answered in the next turn). Nothing
/// when a word of `not_near` stands right before or after it.
std::optional<float> score_in_context(const RuleDetail& rule, const Words& words, const Words& before, ByteRange bytes, float score);

}  // namespace moniker
