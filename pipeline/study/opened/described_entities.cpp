#include "opened/described_entities.hpp"

#include "replace/decision.hpp"
#include "replace/generalisations.hpp"

namespace moniker::study {
namespace {

std::string without_marks(const std::string& text) {
  const bool marked = text.size() > 2 && std::string_view("[{<").find(text.front()) != std::string_view::npos;
  return marked ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

std::map<std::uint32_t, std::string> described_entities(const resolve::Assignment& assignment,
                                                        const RulesInUse& rules) {
  const auto tables = rules.generalisations();
  const replace::OperatorKeys no_keys;  // no description asks for one
  std::map<std::uint32_t, std::string> described;
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const Entity& entity = assignment.entities[i];
    const Label* const label = label_named(rules.set.labels(), entity.label);
    if (label == nullptr) continue;
    auto decision = replace::decide({.label = *label, .subtype = entity.subtype, .entity = &entity}, rules.operators);
    if (decision.does == nullptr || !decision.does->in_words) continue;
    replace::put_words(decision, {.surface = entity.form}, *tables, no_keys);
    if (!replace::told_as(decision).empty()) described[i] = without_marks(*decision.instead);
  }
  return described;
}

}  // namespace moniker::study
