#pragma once
#include <vector>

#include "config/config.hpp"
#include "seal/age.hpp"

namespace moniker::study {

std::vector<seal::Recipient> parse_recipients(const std::vector<RecipientText>& texts);

/// Who may open what the study seals. Throws Error{usage} where nobody could.
std::vector<seal::Recipient> study_recipients(const StudyConfig& config);

}  // namespace moniker::study
