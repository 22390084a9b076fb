#pragma once
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"

namespace moniker::custodian {

/// "who had driven a forklift since the site opened": whoever does that all day is a driver. Nothing of "who had driven
/// a bus once".
std::vector<Attribute> job_done(std::string_view clause, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
