#pragma once
#include <map>
#include <string>

#include "resolve/entities.hpp"
#include "study/config.hpp"

namespace moniker {

/// The operator for a label's subtype: what stands for both, else for the label, else the pseudonym.
const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& operators, const std::string& label,
                                      const std::string& subtype);

/// The same, where the study may have chosen another for this entity alone. `entity` may be null.
const OperatorChoice& operator_choice(const StudyConfig& config, const std::string& label, const std::string& subtype,
                                      const Entity* entity);

}  // namespace moniker
