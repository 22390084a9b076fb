#pragma once
#include <vector>

#include "rules/compiled.hpp"

namespace moniker::rules {

/// All regular expressions over one text: its words tell which may match at all (gates.hpp), sets of them which may
/// still (prefilter.hpp), and only these are run. `candidates` is room to work in, `language` what validators read
/// numbers by. Scores are the rules' own; a failed validator has lowered them or taken the finding away.
void find_regexes(const RuleSet::Compiled& compiled, const words::Language& language, const words::Words& words,
                  std::vector<std::uint32_t>& candidates, std::vector<Finding>& findings);

}  // namespace moniker::rules
