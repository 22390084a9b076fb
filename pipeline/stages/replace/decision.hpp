#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/entity.hpp"
#include "moniker/finding.hpp"
#include "moniker/label.hpp"
#include "replace/operator_choice.hpp"
#include "replace/operator_keys.hpp"
#include "replace/operators.hpp"
#include "words/language.hpp"

namespace moniker::replace {

/// What a finding is of, as it was found.
struct Found {
  const Label& label;
  const std::string& subtype;
  const Entity* entity = nullptr;  // whom or what the words mean; null: nobody knows
};

/// What is done with a finding, and on whose word: made once, and read by all who rewrite, mark or tell.
struct Decision {
  enum class By : std::uint8_t {
    nobody,     // too doubtful: the words stay
    delivered,  // the words were a name of ours when they came, and are told apart from those
    withdrawn,  // who has withdrawn is one word, whatever else was chosen
    entity,     // what was chosen for this one alone
    label       // what was chosen for the label, or for its subtype
  };
  By by = By::nobody;
  const Label* label = nullptr;  // null where nobody decided
  std::string subtype{};
  const Entity* entity = nullptr;
  const OperatorChoice* choice = nullptr;  // of `choices`, which outlive the decision; null: no operator is asked
  const Operator* does = nullptr;          // the choice's own
  std::optional<std::string> instead{};    // what stands there; nothing: the words stay
};

/// Who decides, and what is to be done; what an operator puts there is for put_words() to say.
Decision decide(const Found& found, const OperatorChoices& choices);

/// Fills in `instead`, where an operator has to make the words. Of `what` the caller gives the surface and whatever
/// else it knows; label, entity and settings follow from the decision.
void put_words(Decision& decision, ToReplace what, const Generalisations& tables, const OperatorKeys& keys);

/// What stands in each finding's place. Where an article before one does not fit it, the finding takes it in.
std::vector<std::optional<std::string>> fit_articles(std::string_view text, std::vector<Finding>& findings,
                                                     const std::vector<Decision>& decisions,
                                                     const words::Language& language);

/// As whom the words that stand there may be told of: ID04, PERSON_3; empty where they keep no two mentions together.
std::string told_as(const Decision& decision);

}  // namespace moniker::replace
