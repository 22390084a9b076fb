#pragma once
#include "rules/compiled.hpp"

namespace moniker::rules {

/// What talk reaches most: the kinds of words and the automata's states that the rules' examples and the words that are
/// said most lead to, and what those words begin. With them the compiled rules spare each process to work it out.
void warm_up(RuleSet::Compiled& compiled);

}  // namespace moniker::rules
