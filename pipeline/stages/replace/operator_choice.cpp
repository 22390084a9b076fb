#include "replace/operator_choice.hpp"

namespace moniker::replace {

const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& by_label, const std::string& label,
                                      const std::string& subtype) {
  static const OperatorChoice pseudonym{.name = "pseudonym"};
  if (const auto fine = by_label.find(label + "/" + subtype); fine != by_label.end()) return fine->second;
  const auto coarse = by_label.find(label);
  return coarse == by_label.end() ? pseudonym : coarse->second;
}

const OperatorChoice& operator_choice(const OperatorChoices& choices, const std::string& label,
                                      const std::string& subtype, const std::string& shown_name) {
  const auto own = shown_name.empty() ? choices.overrides.end() : choices.overrides.find(shown_name);
  return own == choices.overrides.end() ? operator_choice(choices.by_label, label, subtype) : own->second;
}

}  // namespace moniker::replace
