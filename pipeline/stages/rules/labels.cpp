// From what labels.yaml says of a label to what the program may know of it.
#include "rules/labels.hpp"

#include <fmt/format.h>

#include "moniker/error.hpp"

namespace moniker::rules {
namespace {

void set_thresholds(Label& label, const LabelSpec& spec, const std::string& profile) {
  const bool light = profile == "light";
  label.replace = profile == "strict" ? spec.strict : light ? spec.light : spec.balanced;
  // A label is asked about from its review threshold on, and never above where it is replaced. What is asked about is
  // replaced meanwhile, so that light, which leaves what is not sure, asks about nothing.
  label.review = light ? label.replace : std::min(spec.review, label.replace);
}

void set_properties(Label& label, const LabelSpec& spec) {
  label.file = spec.file;
  label.at = spec.at;
  if (spec.means) label.means = *spec.means;
  if (spec.by) label.by = *spec.by;
  if (spec.speaking) label.speaking = *spec.speaking;
}

/// All people are counted together, whatever a rule calls them.
void require_one_person(const Labels& labels, const std::string& rules) {
  const Label* const person = label_meaning(labels, Meaning::person);
  if (person == nullptr) {
    throw Error::usage("no label means a person", "write `means: person` at one label of labels.yaml", {rules});
  }
  for (const Label& label : labels) {
    if (label.means != Meaning::person || &label == person) continue;
    throw Error::usage(fmt::format("both {} and {} mean a person", person->name, label.name),
                       "keep one of them, and tell kinds of people apart by `subtype`", {label.file, label.at});
  }
}

}  // namespace

Labels labels_of(const std::vector<LabelSpec>& specs, const std::string& profile, const std::string& rules) {
  Labels labels;
  for (const LabelSpec& spec : specs) {
    auto same = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.name == spec.name; });
    if (same == labels.end()) same = labels.insert(same, Label{.name = spec.name});
    set_thresholds(*same, spec, profile);
    set_properties(*same, spec);
  }
  require_one_person(labels, rules);
  return labels;
}

}  // namespace moniker::rules
