#include "run/operator_choice.hpp"

namespace moniker {

const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& operators, const std::string& label,
                                      const std::string& subtype) {
  static const OperatorChoice pseudonym{.name = "pseudonym"};
  if (const auto fine = operators.find(label + "/" + subtype); fine != operators.end()) return fine->second;
  const auto coarse = operators.find(label);
  return coarse == operators.end() ? pseudonym : coarse->second;
}

const OperatorChoice& operator_choice(const StudyConfig& config, const std::string& label, const std::string& subtype,
                                      const Entity* entity) {
  if (entity && !config.overrides.empty()) {
    if (const auto own = config.overrides.find(shown_name(*entity)); own != config.overrides.end()) return own->second;
  }
  return operator_choice(config.operators, label, subtype);
}

}  // namespace moniker
