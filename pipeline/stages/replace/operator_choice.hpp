#pragma once
#include <map>
#include <string>

#include "moniker/utterance.hpp"

namespace moniker::replace {

/// How one label (or label/subtype) is replaced: the operator's name and its settings, as written.
struct OperatorChoice {
  std::string name{};
  std::map<std::string, std::string> settings{};
  Position at{};        // of the operator's name; 0 where it is a default
  Position label_at{};  // of the label
};

/// Which operator stands for what: by label or label/subtype, and by the pseudonym of one person or thing alone.
struct OperatorChoices {
  std::map<std::string, OperatorChoice> by_label{};   // "DATE" or "ID/ni_number"
  std::map<std::string, OperatorChoice> overrides{};  // "PERSON_7" or "ID04" -> operator for this one alone
};

/// What stands for label and subtype, else for the label, else the pseudonym.
const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& by_label, const std::string& label,
                                      const std::string& subtype);

/// The same, where another may be chosen for one entity alone. `shown_name` is its pseudonym; empty: none is known.
const OperatorChoice& operator_choice(const OperatorChoices& choices, const std::string& label,
                                      const std::string& subtype, const std::string& shown_name);

}  // namespace moniker::replace
