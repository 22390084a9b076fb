#pragma once
#include <string>

#include "moniker/register.hpp"
#include "study/config.hpp"

namespace moniker {

/// Whether the register expects this file from somebody who has withdrawn, and from no other participant: their own
/// interview. Roles of moniker.yaml are no participants.
bool is_of_withdrawn_alone(const StudyConfig& config, const Register& people, const std::string& file);

}  // namespace moniker
