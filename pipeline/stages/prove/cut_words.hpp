#pragma once
#include <vector>

#include "prove/form_table.hpp"
#include "prove/word_names.hpp"

namespace moniker::prove {

/// Known names of which something stands between the letters, or instead of one: "Kath-\nerine", "(Kath)erine",
/// "Ka/te", "Kath</i>erine", "Kath-\nPage 3\nerine", "K4therine", "Kath?rine". In the order in which they begin.
std::vector<ByteRange> cut_names(const Talk& talk, const FormTable& names);

/// Of finished text what cannot be seen any more: known names in what was delivered of which a part was replaced and a
/// part was not. `replaced` are the places that were, ascending. As places in `delivered`.
std::vector<ByteRange> half_replaced(std::string_view delivered, const std::vector<ByteRange>& replaced,
                                     const FormTable& names);

}  // namespace moniker::prove
