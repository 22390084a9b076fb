#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "opened/rules_in_use.hpp"
#include "resolve/entities.hpp"

namespace moniker::study {

/// What stands in the text for each entity that is told apart by letters, without its brackets ("town C, Yorkshire"),
/// by index: what the linkage table says beside its name.
std::map<std::uint32_t, std::string> described_entities(const resolve::Assignment& assignment, const RulesInUse& rules);

}  // namespace moniker::study
