#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/counts.hpp"

namespace moniker::custodian {

/// What a list of names with a number each counts, by where the numbers stand: "Ashdown" of the 14 of "(Ashdown, 14;
/// Birch Hill, 12)" and of "Ashdown 14, Birch Hill 12". None where an item is anything else. `from` is where the list
/// begins in the text that the counts are of.
std::map<std::uint32_t, std::string> named_items(std::string_view list, std::uint32_t from,
                                                 const std::vector<Count>& counts, const PaperWords& words);

}  // namespace moniker::custodian
