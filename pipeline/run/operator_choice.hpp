#pragma once
#include <map>
#include <string>

#include "study/config.hpp"

namespace moniker {

/// The operator for a label's subtype: what stands for both, else for the label, else the pseudonym.
const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& operators, const std::string& label,
                                      const std::string& subtype);

}  // namespace moniker
