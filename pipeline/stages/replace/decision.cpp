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
    return {.by = Decision::By::withdrawn, .entity = found.entity, .instead = '[' + shown_name(*found.entity) + ']'};
  }
  const OperatorChoice* const own = own_choice(found, choices);
  const OperatorChoice& choice = own ? *own : operator_choice(choices.by_label, found.label, found.subtype);
  return {.by = own ? Decision::By::entity : Decision::By::label,
          .entity = found.entity,
          .choice = &choice,
          .does = &operator_of(choice)};
}

void put_words(Decision& decision, const Found& found, ToReplace what, const Generalisations& tables,
               const Secret<32>& hash_key) {
  if (decision.does == nullptr || decision.does->keeps) return;
  what.label = found.label.name;
  what.subtype = found.subtype;
  what.means = found.label.means;
  what.speaks = found.label.speaks(found.subtype);
  if (found.entity != nullptr) {
    what.number = found.entity->number;
    what.participant = found.entity->participant;
  }
  what.settings = &decision.choice->settings;
  decision.instead = decision.does->apply(what, tables, hash_key);
}

std::string told_as(const Decision& decision) {
  const bool apart = decision.entity != nullptr && decision.does != nullptr && decision.does->tells_apart;
  return apart ? shown_name(*decision.entity) : std::string();
}

}  // namespace moniker::replace
