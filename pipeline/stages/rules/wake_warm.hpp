#pragma once
#include "rules/compiled.hpp"

namespace moniker::rules {

/// The automaton's states that talk reaches most: those that the words of lists and the rules' examples reach. With
/// them the compiled rules spare each process to make them.
WakeTable warm_states(const RuleSet::Compiled& compiled);

}  // namespace moniker::rules
