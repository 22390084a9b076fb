#pragma once
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"

namespace moniker::custodian {

/// "who lived above a shop in the middle of the city", "who lives on a farm": in town or in the country. Nothing of
/// "an hour from the town".
std::vector<Attribute> home_told(std::string_view clause, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
