#pragma once
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "rules/rule_set.hpp"
#include "rules/trace.hpp"

namespace moniker::detect {

/// Which of overlapping findings stay. The order, first to last:
///   1. the register's names            (the study's own people are certain), and what surely holds one of them
///                                      within it (an e-mail address with a participant's name), of the tagger no more
///                                      than one ("Fizzo and Grable" are two people)
///   2. what passed a validator         (a check digit is no accident)
///   3. what is nearly a name of the register (misspelt, misheard)
///   4. what is replaced without asking, before what is asked about
///   5. the longer                      (Leeds General Infirmary before Leeds)
///   6. the higher score
///   7. the rule that stands first in the rule set
/// What a loser covers beyond the winners stays found, as its own piece, where it holds a capital or a digit, of an
/// expression also the word of a number: an identifier must not come to light because another one was found inside it.
/// With a trace, each loser's winner is noted, and which of these steps told.
/// Gives back findings ascending by begin, not overlapping, none below its label's review threshold.
std::vector<Finding> resolve_overlaps(const rules::RuleSet& rules, std::string_view text, std::vector<Finding> findings,
                                      rules::Trace* trace = nullptr);

}  // namespace moniker::detect
