#include "replace/decision.hpp"

namespace moniker::replace {
namespace {

const OperatorChoice* own_choice(const Found& found, const OperatorChoices& choices) {
  if (found.entity == nullptr || choices.overrides.empty()) return nullptr;
  const auto own = choices.overrides.find(shown_name(*found.entity));
  return own == choices.overrides.end() ? nullptr : &own->second;
}

}  // namespace

Decision decide(const Found& found, const OperatorChoices& choices) {
  if (found.entity != nullptr && found.entity->withdrawn) {
    return {.by = Decision::By::withdrawn,
            .label = &found.label,
            .subtype = found.subtype,
            .entity = found.entity,
            .instead = '[' + shown_name(*found.entity) + ']'};
  }
  const OperatorChoice* const own = own_choice(found, choices);
  const OperatorChoice& choice = own ? *own : operator_choice(choices.by_label, found.label, found.subtype);
  return {.by = own ? Decision::By::entity : Decision::By::label,
          .label = &found.label,
          .subtype = found.subtype,
          .entity = found.entity,
          .choice = &choice,
          .does = &operator_of(choice)};
}

void put_words(Decision& decision, ToReplace what, const Generalisations& tables, const Secret<32>& hash_key) {
  if (decision.does == nullptr || decision.does->keeps) return;
  what.label = decision.label->name;
  what.subtype = decision.subtype;
  what.means = decision.label->means;
  what.speaks = decision.label->speaks(decision.subtype);
  if (decision.entity != nullptr) {
    what.number = decision.entity->number;
    what.participant = decision.entity->participant;
  }
  what.settings = &decision.choice->settings;
  decision.instead = decision.does->apply(what, tables, hash_key);
}

std::string told_as(const Decision& decision) {
  const bool apart = decision.entity != nullptr && decision.does != nullptr && decision.does->tells_apart;
  return apart ? shown_name(*decision.entity) : std::string();
}

}  // namespace moniker::replace
