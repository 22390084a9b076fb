#pragma once
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"

namespace moniker::custodian {

/// Of what stands behind an ID, up to the sentence's end: "B2's wife", "S4, whose husband was at sea", what "my wife"
/// would tell.
std::vector<Attribute> told_by_kin(std::string_view behind, std::size_t slot, const PaperWords& words);

/// "As the only woman aboard, " or "Like other women, " before an ID: a gender.
std::vector<Attribute> told_of_kind(std::string_view before, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
