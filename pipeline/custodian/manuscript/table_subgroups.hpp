#pragma once
#include <vector>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// Of the counts of one column ("Women 8, under 40 4, 40 and over 4, Men 4, under 40 2, 40 and over 2") the heads with
/// their total, and each head with what stands below it. Empty where the same labels do not stand below all of the
/// heads, or where not most of these add up.
std::vector<Breakdown> subgroups_in(const Breakdown& column);

}  // namespace moniker::custodian
