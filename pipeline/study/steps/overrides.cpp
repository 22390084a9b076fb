#include "steps/overrides.hpp"

#include <algorithm>
#include <set>

#include "moniker/error.hpp"
#include "resolve/person_name.hpp"

namespace moniker::study {

void check_overrides(const StudyConfig& config, const resolve::Assignment& assignment) {
  if (config.operators.overrides.empty()) return;
  std::set<std::string> there;
  std::set<std::string> registered;
  for (const resolve::Entity& entity : assignment.entities) {
    there.insert(resolve::shown_name(entity));
    if (!entity.participant.empty()) registered.insert(resolve::shown_name(entity));
  }
  for (const auto& [name, choice] : config.operators.overrides) {
    if (!there.contains(name)) {
      throw Error::usage("nobody and nothing in this study has the pseudonym that this override names",
                         "linkage/linkage.csv.age tells the pseudonyms that there are; run once without the override",
                         {config.file, choice.label_at});
    }
    if (replace::operator_of(choice).keeps && registered.contains(name)) {
      throw Error::usage("the name of a person of the register cannot be kept",
                         "choose another operator, or take the person out of the register", {config.file, choice.at});
    }
  }
}

bool is_kept(const StudyConfig& config, const resolve::Assignment& assignment, const Label& label,
             const std::string& form, const words::Language& language) {
  if (config.operators.overrides.empty()) return false;
  const auto keeps = [&](std::uint32_t index) {
    const auto own = config.operators.overrides.find(resolve::shown_name(assignment.entities[index]));
    return own != config.operators.overrides.end() && replace::operator_of(own->second).keeps;
  };
  const std::string wanted = resolve::normal_form(label.means, form, language);
  bool found = false;
  // In one transcript the name may be somebody else's, whose it is not kept for.
  const auto kept_there = [&](std::string_view named, std::uint32_t index) {
    const bool same = resolve::normal_form(label.means, named, language) == wanted;
    found |= same;
    return !same || keeps(index);
  };
  for (const auto& [key, index] : assignment.forms) {
    if (key.first == label.name && !kept_there(resolve::untagged(key.second), index)) return false;
  }
  for (const auto& [place, index] : assignment.local_forms) {
    if (place.label == label.name && !kept_there(resolve::untagged(place.form.text()), index)) return false;
  }
  return found;
}

}  // namespace moniker::study
