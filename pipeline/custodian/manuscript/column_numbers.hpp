#pragma once
#include "manuscript/extracts.hpp"
#include "manuscript/paper_words.hpp"

namespace moniker::custodian {

/// Numbers of a table's column that attributions repeat, "14" under "Years in post" and "(SL01, academy, 14 years)",
/// become of one kind, that of the heading, so that they may contradict each other. Which column it is the paper shows:
/// those of most people are the same.
void compare_column_numbers(PaperTalk& talk, const Manuscript& paper, const PaperWords& words);

}  // namespace moniker::custodian
