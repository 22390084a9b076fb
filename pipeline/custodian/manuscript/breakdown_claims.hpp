#pragma once
#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// Women and men, and nothing else: everybody, where no third is told.
bool is_gender_pair(const Counts& parts, const PaperWords& words);

/// "nine in schools and the remaining four at home": whoever is left is counted.
bool closes_by_rest(const Counts& list, const CountedSentence& said, const PaperWords& words);

/// "including", "the rest"; but "the rest of Europe" is a place, and "three declined" is a part like others.
bool leaves_open(const Counts& list, const CountedSentence& said, const PaperWords& words);

/// Whether a list of counts claims to be all of `wanted`, which it misses by little. `said_here`: its own sentence says
/// how many there are.
bool claims_all(const Counts& list, double sum, double wanted, bool said_here, const CountedSentence& said,
                const PaperWords& words);

}  // namespace moniker::custodian
