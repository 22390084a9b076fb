#pragma once
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"

namespace moniker::custodian {

/// "who had two older children", "who was expecting her first baby": how many births there were before this one.
std::vector<Attribute> births_told(std::string_view clause, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
