#include "steps/study_surrogates.hpp"

#include <algorithm>
#include <optional>

#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

/// Whether anything that means this, or any one person or thing, is to get a surrogate.
bool wants(const RulesInUse& rules, Meaning means) {
  const auto wanting = [](const auto& entry) { return replace::operator_of(entry.second).wants_surrogate; };
  const auto& [by_label, overrides, style] = rules.operators;
  return std::any_of(overrides.begin(), overrides.end(), wanting) ||
         std::any_of(by_label.begin(), by_label.end(), [&](const auto& entry) {
           const std::string_view what(entry.first);
           return wanting(entry) && meaning_of(rules.set.labels(), what.substr(0, what.find('/'))) == means;
         });
}

/// Whether they are to sound alike: chosen for one, chosen for all, since a family shares its name.
bool wants_rhythm(const RulesInUse& rules) {
  const auto alike = [](const auto& entry) {
    const auto setting = entry.second.settings.find("alike");
    return setting != entry.second.settings.end() && setting->second == "rhythm";
  };
  const auto& [by_label, overrides, style] = rules.operators;
  return std::any_of(by_label.begin(), by_label.end(), alike) || std::any_of(overrides.begin(), overrides.end(), alike);
}

class Taken {
 public:
  Taken(const Study& study, const words::Nicknames& nicknames, const resolve::SurrogateLists& lists)
      : study_(study), nicknames_(nicknames), lists_(lists) {}

  std::unordered_set<std::string> of(const StudyMap& map, const WhatWasSaid& said) {
    take_kept(said.hashes, said.kept);
    for (const Participant& person : study_.people.people) {
      take_person(person.name);
      for (const std::string& alias : person.aliases) take_person(alias);
    }
    for (const auto& [key, index] : map.assignment.forms) take(key.second.substr(key.second.find(':') + 1));
    for (const auto& [place, index] : map.assignment.local_forms)
      take(place.form.text().substr(place.form.text().find(':') + 1));
    for (const auto& [key, name] : map.learned.all()) take(name.form);
    for (const auto& file : study_.config.extra_rules) take(read_file(file));
    for (const auto& entry : said.ledger.all("scan")) {
      const auto spoken = read_vocabulary(study_.layout, entry.transcript, said.work).second;
      for (const std::string& word : spoken) take_if_listed(word);
    }
    return std::move(taken_);
  }

 private:
  void take(std::string_view text) {
    taken_.insert(fold(text));  // Abbey Road is one name
    for (std::string& word : folded_words(text)) take_word(std::move(word));
  }
  void take_word(std::string word) {
    for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
      end = word.find_first_of("-'", begin);
      if (end != std::string::npos || begin > 0) taken_.insert(word.substr(begin, end - begin));
    }
    taken_.insert(std::move(word));
  }
  void take_person(const std::string& name) {
    take(name);
    for (const std::string& word : folded_words(name)) {
      for (std::string& form : nicknames_.all_forms(word)) taken_.insert(std::move(form));
    }
  }

  /// The many words of all talk are kept only where a surrogate could be one of them.
  void take_if_listed(std::string_view word) {
    for (std::string& listed : resolve::listed_words(lists_, word)) taken_.insert(std::move(listed));
  }

  /// Of what was put away hashes are left.
  void take_kept(const Secret<32>& hashes, const KeptTranscripts& kept) {
    std::set<std::string_view> said;
    for (const auto& [number, transcript] : kept) said.insert(transcript.said.begin(), transcript.said.end());
    if (said.empty()) return;
    for (const std::string& word : lists_.words) {
      if (said.contains(hashed_word(hashes, word))) taken_.insert(word);
    }
  }

  const Study& study_;
  const words::Nicknames& nicknames_;
  const resolve::SurrogateLists& lists_;
  std::unordered_set<std::string> taken_{};
};

}  // namespace

resolve::SurrogateCount give_surrogates(const Study& study, const RulesInUse& rules, const WhatWasSaid& said,
                                        StudyMap& map, resolve::Registry& registry) {
  const bool people = wants(rules, Meaning::person), places = wants(rules, Meaning::place);
  if (!people && !places) return {};
  const resolve::SurrogateLists lists = resolve::load_surrogate_lists(rules.lists);
  std::optional<resolve::Rhythms> rhythms;
  if (wants_rhythm(rules)) rhythms = resolve::Rhythms::load(rules.lists);
  const resolve::SurrogateNeeds needs{.lists = lists,
                                      .nicknames = rules.names.nicknames,
                                      .labels = rules.set.labels(),
                                      .taken = Taken(study, rules.names.nicknames, lists).of(map, said),
                                      .people = people,
                                      .places = places,
                                      .rhythms = rhythms ? &*rhythms : nullptr};
  return resolve::choose_surrogates(map.assignment, registry, needs);
}

}  // namespace moniker::study
