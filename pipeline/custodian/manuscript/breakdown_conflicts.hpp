#pragma once
#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// Breakdowns of the sample that add up, each for itself, and cannot both be: "nine nurses, six doctors" in one place,
/// "eight nurses, seven doctors" in another or in the paper's table of people; or of 25, where 26 took part. The later
/// one is made wrong, and tells against what.
void find_conflicts(std::vector<Breakdown>& breakdowns, const Manuscript& paper, const PaperTalk& talk,
                    const std::vector<StatedSample>& samples, const PaperWords& words);

}  // namespace moniker::custodian
