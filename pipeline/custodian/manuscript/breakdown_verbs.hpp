#pragma once
#include <optional>

#include "manuscript/breakdown_exceptions.hpp"
#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// "Men outnumbered women by seventeen to ten": two kinds that are all of one of `wholes`; what misses all of these by
/// little misses the first.
std::optional<Breakdown> versus_in(const CountedSentence& said, const std::vector<double>& wholes, const Place& at,
                                   const PaperWords& words);

/// "By the third wave a further four had gone, and we met sixteen": those who left and those who stayed, of those who
/// were there before; `before` becomes those who stayed. The first
/// wave (`before` is 0) is of one of `wholes`.
std::optional<Breakdown> attrition_in(double& before, const std::vector<double>& wholes, const CountedSentence& said,
                                      const Place& at, const PaperWords& words);

}  // namespace moniker::custodian
