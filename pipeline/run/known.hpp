#pragma once
#include <vector>

#include "detect/detector.hpp"
#include "prove/prover.hpp"
#include "run/opened_study.hpp"

namespace moniker {

/// Every name that finished text must not hold: the register's with its diminutives, and the learned ones of labels
/// that are replaced in this study.
std::vector<KnownName> names_to_prove(const OpenedStudy& study, const LearnedNames& learned);

}  // namespace moniker
