#pragma once
#include "rules/compiled.hpp"

namespace moniker::rules {

/// What stands near a finding, as its rule asks. The words are the rule's own, or null where none stands there.
struct Context {
  const std::string* veto = nullptr;  // of `not_near`: there is no finding
  const std::string* near = nullptr;  // of `context`
  float change = 0;                   // what is added to the score
};

/// What the rule's context words say of a finding: looked for round it in this utterance, and, where the window
/// reaches beyond its beginning, in the one before (a question is answered in the next turn). `not_near` is looked
/// for right before and after it.
Context context_of(const RuleDetail& rule, const words::Words& words, const words::Words& before, ByteRange bytes);

/// The score of a finding in its context.
float in_context(float score, const Context& context);

}  // namespace moniker::rules
