#pragma once
#include <vector>

#include "decisions/decision.hpp"
#include "dossier/dossier.hpp"
#include "dossier/log_account.hpp"
#include "moniker/register.hpp"

namespace moniker::study {

/// What was decided, into the dossier, and what is wrong with it beside the log, into its verdict: a decision that is
/// not the one that the log names.
void tell_decisions_of(const std::vector<Decision>& all, const LogAccount& log, const Register& people,
                       Dossier& dossier);

}  // namespace moniker::study
