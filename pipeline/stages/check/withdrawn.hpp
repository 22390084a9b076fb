#pragma once
#include <set>
#include <string>

#include "check/check_rules.hpp"
#include "moniker/register.hpp"

namespace moniker::check {

/// Whether the register expects this file from somebody who has withdrawn, and from no other participant: their own
/// interview. Roles of moniker.yaml are no participants.
bool is_of_withdrawn_alone(const CheckRules& rules, const Register& people, const std::string& file);
/// All such files, in one go over the register.
std::set<std::string> files_of_withdrawn_alone(const CheckRules& rules, const Register& people);

}  // namespace moniker::check
