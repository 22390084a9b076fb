#pragma once
#include <string>

#include "detect/detector.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {

/// Learns the words in `bytes`: of a person the whole name and each part that is more than an initial or a
/// particle, of anything else the whole only.
void learn(const rules::RuleSet::Compiled& compiled, const words::Words& words, ByteRange bytes, LabelId label,
           const std::string& rule, float score, LearnedNames& names);

}  // namespace moniker::detect
