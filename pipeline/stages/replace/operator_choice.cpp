#include "replace/operator_choice.hpp"

#include <algorithm>

namespace moniker::replace {

const OperatorChoice& operator_choice(const std::map<std::string, OperatorChoice>& by_label, const Label& label,
                                      const std::string& subtype) {
  static const OperatorChoice pseudonym{.name = "pseudonym"};
  if (const auto fine = by_label.find(label.name + "/" + subtype); fine != by_label.end()) return fine->second;
  const auto coarse = by_label.find(label.name);
  return coarse == by_label.end() ? pseudonym : coarse->second;
}

const Operator& operator_of(const OperatorChoice& choice) { return operator_named(choice.name, {}, choice.at); }

void add_defaults(std::map<std::string, OperatorChoice>& by_label, const Labels& labels) {
  for (const Label& label : labels) {
    if (label.by.empty()) continue;
    operator_named(label.by, label.file, label.at);
    by_label.try_emplace(label.name, OperatorChoice{.name = label.by});
  }
}

void give_style(OperatorChoices& choices, const Labels& labels) {
  if (choices.style.empty()) return;
  for (const Label& label : labels) choices.by_label.try_emplace(label.name, OperatorChoice{.name = "pseudonym"});
  for (auto* all : {&choices.by_label, &choices.overrides}) {
    for (auto& [name, choice] : *all) {
      const auto settings = operator_of(choice).settings;
      const bool knows = std::any_of(settings.begin(), settings.end(),
                                     [](const OperatorSetting& setting) { return setting.name == "style"; });
      if (knows) choice.settings.try_emplace("style", choices.style);
    }
  }
}

}  // namespace moniker::replace
