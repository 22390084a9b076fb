#pragma once
#include <string_view>
#include <vector>

#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {

/// Gives the share of a percentage to the number of the bracket behind it: "60% were women (n = 15)".
void take_shares_beside(std::vector<LabelledCount>& out, std::string_view text);
/// "towns (14), villages of under 500 people (9)": what stands between two brackets' numbers gets the value -1.
void drop_places_between_brackets(std::vector<LabelledCount>& out, std::string_view text);
/// Whatever counts nothing beside another gets the value -1: "from 23 to 67", "six had one child", of "eleven of the
/// 16" the 16.
void drop_what_counts_nothing(std::vector<LabelledCount>& out, std::string_view text, const PaperWords& words);

}  // namespace moniker::custodian
