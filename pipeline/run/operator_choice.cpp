#include "run/operator_choice.hpp"

namespace moniker {

const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& operators, const std::string& label,
                                      const std::string& subtype) {
  static const OperatorChoice pseudonym{.name = "pseudonym"};
  if (const auto fine = operators.find(label + "/" + subtype); fine != operators.end()) return fine->second;
  const auto coarse = operators.find(label);
  return coarse == operators.end() ? pseudonym : coarse->second;
}

}  // namespace moniker
