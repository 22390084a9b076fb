#pragma once
#include <vector>

#include "seal/age.hpp"
#include "study/config.hpp"

namespace moniker {

std::vector<Recipient> parse_recipients(const std::vector<RecipientText>& texts);

/// Who may open what the study seals. Throws Error{usage} where nobody could.
std::vector<Recipient> study_recipients(const StudyConfig& config);

}  // namespace moniker
