// Pseudonyms, words and labels as people give them, looked up in what the last run worked out.
#include "decide/wish_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "decisions/meanings.hpp"
#include "moniker/error.hpp"
#include "opened/ledger.hpp"
#include "resolve/person_name.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

using resolve::Assignment;

std::uint32_t index_called(const Assignment& assignment, const std::string& shown) {
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    if (resolve::shown_name(assignment.entities[i]) == shown && !assignment.entities[i].withdrawn) return i;
  }
  throw Error::usage(fmt::format("nobody and nothing in this study is called {}", shown),
                     "write it as the transcripts do: PERSON_3, ID04");
}

std::vector<HashedName> names_of(const Secret<32>& key, const Assignment& assignment, std::uint32_t index) {
  std::vector<HashedName> names;
  const auto add = [&](HashedName name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  for (const auto& [form, whose] : assignment.forms) {
    if (whose == index) add(hashed_form(key, form.first, form.second));
  }
  for (const auto& [place, whose] : assignment.local_forms) {
    if (whose == index) add(hashed_form(key, place.label, place.form.text()));
  }
  for (const auto& [place, whose] : assignment.speakers) {
    if (whose != index) continue;
    HashedName name = hashed_speaker(key, place.second);
    name.transcript = assignment.transcripts.at(place.first);
    add(std::move(name));
  }
  return names;
}

/// Every form of the assignment, of whatever label, that some words are.
std::vector<HashedName> names_said(const rules::RuleSet& rules, const Secret<32>& key, const Assignment& assignment,
                                   const std::string& words) {
  std::vector<HashedName> names;
  for (const Label& label : rules.labels()) {
    const std::string wanted = resolve::normal_form(label.means, words, rules.language());
    const auto add = [&](const std::string& of, const std::string& form) {
      if (of != label.name) return;
      if (form != wanted && resolve::normal_form(label.means, resolve::untagged(form), rules.language()) != wanted)
        return;
      HashedName name = hashed_form(key, of, form);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    };
    for (const auto& [form, index] : assignment.forms) add(form.first, form.second);
    for (const auto& [place, index] : assignment.local_forms) add(place.label, place.form);
  }
  return names;
}

std::string without_title(const Label& label, const std::string& surface, const words::Language& language) {
  if (label.means != Meaning::person) return surface;
  std::string name;
  for (const std::string& word : resolve::parse_person(surface, language).words)
    name += (name.empty() ? "" : " ") + word;
  // As written where nothing stood before it: its capital tells Hope from hope.
  return resolve::parse_person(surface, language).by_surname || resolve::parse_person(surface, language).by_given
             ? name
             : surface;
}

}  // namespace

std::vector<std::string> surfaces_of(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys,
                                     const Assignment& assignment, const std::string& shown) {
  const std::uint32_t wanted = index_called(assignment, shown);
  std::set<std::string> surfaces;
  for (const auto& entry : Ledger(study.layout.ledger()).all("scan")) {
    if (!std::filesystem::exists(study.layout.summary(entry.transcript))) continue;
    const ScanSummary summary = read_summary(study.layout, entry.transcript, keys.work_identity);
    for (const resolve::Mention& mention : summary.mentions.mentions) {
      const Label* const label = label_named(rules.labels(), mention.label);
      if (label == nullptr) continue;
      const Entity* const entity = assignment.find({summary.mentions.file, mention.speaker, mention.manner}, *label,
                                                   mention.surface, rules.language());
      if (entity == &assignment.entities[wanted])
        surfaces.insert(without_title(*label, mention.surface, rules.language()));
    }
  }
  if (!surfaces.empty()) return {surfaces.begin(), surfaces.end()};
  throw Error::usage(fmt::format("{} is called by nothing in the talk", shown), "decide about a transcript's speaker");
}

std::vector<HashedName> wish_names(const Study&, const rules::RuleSet& rules, const StudyKeys& keys,
                                   const Assignment& assignment, const Wish& wish) {
  if (!wish.speaker.empty()) {
    HashedName name = hashed_speaker(keys.decisions, wish.speaker);
    name.transcript = wish.transcript;
    return {name};
  }
  if (!wish.entity.empty()) return names_of(keys.decisions, assignment, index_called(assignment, wish.entity));
  std::vector<HashedName> names = names_said(rules, keys.decisions, assignment, wish.words);
  if (!names.empty()) return names;
  throw Error::usage("nobody in this study is called so",
                     "run first; or have the words replaced: `moniker decide STUDY replace`");
}

std::optional<std::string> participant_called(const Assignment& assignment, const std::string& shown) {
  const resolve::Entity& entity = assignment.entities[index_called(assignment, shown)];
  return entity.participant.empty() ? std::nullopt : std::optional(entity.participant);
}

HashedName a_name_of(const StudyKeys& keys, const Assignment& assignment, const std::string& shown) {
  const auto names = names_of(keys.decisions, assignment, index_called(assignment, shown));
  const auto form =
      std::find_if(names.begin(), names.end(), [](const HashedName& name) { return !name.label.empty(); });
  if (form != names.end()) return *form;
  throw Error::usage(fmt::format("{} is called by nothing in the talk", shown), "name somebody of the register");
}

}  // namespace moniker::study
