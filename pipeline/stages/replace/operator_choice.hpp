#pragma once
#include <map>
#include <string>

#include "moniker/label.hpp"
#include "moniker/utterance.hpp"
#include "replace/operators.hpp"

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
  std::string style{};                                // of all that choose none of their own; empty: brackets
};

/// What stands for label and subtype, else for the label, else the pseudonym.
const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& by_label, const Label& label,
                                      const std::string& subtype);

/// Its row of the table. Throws Error{usage} where there is none.
const Operator& operator_of(const OperatorChoice& choice);

/// Gives each choice that has none, and each label without a choice, the style that holds for all of them.
void give_style(OperatorChoices& choices, const Labels& labels);

/// Gives each label of which `by_label` says nothing the operator that the label itself names. Throws Error{usage},
/// with the label's place, where there is no such operator.
void add_defaults(std::map<std::string, OperatorChoice>& by_label, const Labels& labels);

}  // namespace moniker::replace
