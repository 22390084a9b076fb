#pragma once
#include <string>

#include "detect/compiled.hpp"
#include "detect/detector.hpp"

namespace moniker {

/// Learns the words in `bytes`: of a person the whole name and each part that is more than an initial or a
/// particle, of anything else the whole only.
void learn(const RuleSet::Compiled& compiled, const Words& words, ByteRange bytes, const std::string& label,
           const std::string& rule, float score, LearnedNames& names);

}  // namespace moniker
