#pragma once
#include <vector>

#include "check/check_rules.hpp"
#include "moniker/issue.hpp"
#include "moniker/register.hpp"

namespace moniker::check {

/// Whether somebody of the register takes part, and is no interviewer or partner: of no role that needs no consent.
bool is_participant(const CheckRules& rules, const Participant& person);

/// What is wrong with somebody's consent whatever they speak in. Nothing for roles that are exempt, and for who has
/// withdrawn.
std::vector<IssueCode> missing_consent(const CheckRules& rules, const Participant& person);

/// Whether nothing of theirs may be used as the register stands: no consent, too little, or later than all of their
/// interviews. What this study's severities let pass counts as consent, as it does for a transcript.
bool has_not_consented(const CheckRules& rules, const Participant& person);

}  // namespace moniker::check
