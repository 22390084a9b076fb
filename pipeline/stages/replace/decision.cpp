#include "replace/decision.hpp"

#include "replace/article.hpp"
#include "replace/letters.hpp"
#include "replace/spelling.hpp"

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

void put_words(Decision& decision, ToReplace what, const Generalisations& tables, const OperatorKeys& keys) {
  if (decision.does == nullptr || decision.does->keeps) return;
  what.label = decision.label->name;
  what.subtype = decision.subtype;
  what.means = decision.label->means;
  what.speaks = decision.label->speaks(decision.subtype);
  if (decision.entity != nullptr) {
    what.number = decision.entity->number;
    what.participant = decision.entity->participant;
    if (what.means != Meaning::person) what.form = decision.entity->form;
    // One place is of one kind, by whatever rule it was found here.
    const bool of_one_kind = what.means == Meaning::place || what.means == Meaning::organisation;
    if (of_one_kind && decision.does->in_words) what.subtype = decision.entity->subtype;
  }
  what.settings = &decision.choice->settings;
  decision.instead = decision.does->apply(what, tables, keys);
}

std::vector<std::optional<std::string>> fit_articles(std::string_view text, std::vector<Finding>& findings,
                                                     const std::vector<Decision>& decisions,
                                                     const words::Language& language) {
  std::vector<std::optional<std::string>> by;
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    by.push_back(decisions[i].instead);
    const ByteRange core = core_of(text, findings[i].bytes);
    const bool in_words = by[i] && decisions[i].does != nullptr && decisions[i].does->in_words &&
                          *by[i] != text.substr(core.begin, core.size());
    const std::uint32_t end = findings[i].bytes.end;
    if (in_words) {
      if (auto fitted = fit_article(text, findings[i].bytes, *by[i], from, language)) {
        findings[i].bytes = fitted->bytes;
        by[i] = std::move(fitted->by);
      }
    }
    from = end;
  }
  return by;
}

std::string told_as(const Decision& decision) {
  if (decision.entity == nullptr || decision.does == nullptr) return {};
  const auto has_letters = [&] {
    const std::string letter = ' ' + letters(decision.entity->number);
    const std::size_t at = decision.instead ? decision.instead->find(letter) : std::string::npos;
    if (at == std::string::npos) return false;
    const std::string_view behind = std::string_view(*decision.instead).substr(at + letter.size());
    return behind.empty() || behind.front() == ',' || behind.starts_with(" in ") ||
           std::string_view("]}>").find(behind.front()) != std::string_view::npos;
  };
  const bool apart =
      decision.does->tells_apart == Apart::always || (decision.does->tells_apart == Apart::by_letters && has_letters());
  return apart ? shown_name(*decision.entity) : std::string();
}

}  // namespace moniker::replace
