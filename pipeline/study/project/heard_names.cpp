#include "project/heard_names.hpp"

#include <optional>
#include <tuple>

#include "base/fold.hpp"
#include "detect/decided.hpp"
#include "opened/withdrawals.hpp"
#include "resolve/learned_mentions.hpp"
#include "resolve/registry.hpp"

namespace moniker::study {

void HeardNames::take(const std::string& file, const Marked& marked) {
  const auto here = by_file_.try_emplace(file, Heard{.mentions = resolve::MentionCollector(rules_.language())}).first;
  Heard& heard = here->second;
  for (std::string& word : folded_words(marked.utterance.text)) heard.words.insert(std::move(word));
  if (!marked.utterance.speaker.empty()) heard.labels.insert(marked.utterance.speaker);
  heard.mentions.begin(marked.utterance);
  for (const Finding& finding : marked.findings) {
    if (detect::is_kept(rules_, finding)) continue;
    heard.mentions.take(marked.utterance, finding.bytes, rules_.label(finding.label),
                        rules_.rule(finding.rule).subtype);
  }
}

std::vector<resolve::TranscriptMentions> HeardNames::transcripts(const detect::Detector& detector) const {
  std::vector<resolve::TranscriptMentions> all;
  for (const auto& [file, heard] : by_file_) {
    resolve::TranscriptMentions& transcript = all.emplace_back();
    transcript.file = file;
    for (const std::string& label : heard.labels) resolve::add_label(transcript, label, detector.names_in_label(label));
    transcript.mentions = heard.mentions.mentions();
  }
  return all;
}

resolve::SaidWords HeardNames::words_of(const std::string& file) const {
  const auto found = by_file_.find(file);
  if (found == by_file_.end()) return {};
  return {found->second.words.begin(), found->second.words.end()};
}

void add_heard(StudyMap& map, const HeardNames& heard, const detect::Detector& detector, const Study& study,
               const RulesInUse& rules, const StudyKeys& keys) {
  const words::Language& language = rules.set.language();
  std::vector<resolve::TranscriptMentions> transcripts = heard.transcripts(detector);
  resolve::spread_learned(
      transcripts, map.learned,
      [&](const std::string& file) -> std::optional<resolve::SaidWords> { return heard.words_of(file); },
      rules.set.labels(), language);
  resolve::Registry registry(study.layout.registry(), keys.registry);
  registry.begin();  // and never committed
  const resolve::Assignment project =
      resolve::assign_entities(study.people, std::move(transcripts), rules.set.labels(), registry,
                               numbering_of(study.config), rules.names, language);

  using Who = std::tuple<std::string, std::string, std::uint32_t>;
  resolve::Assignment& known = map.assignment;
  std::map<Who, std::uint32_t> places;
  for (std::uint32_t i = 0; i < known.entities.size(); ++i)
    places.emplace(Who{known.entities[i].label, known.entities[i].participant, known.entities[i].number}, i);
  const auto same = [&](std::uint32_t index) -> std::optional<std::uint32_t> {
    const Entity& entity = project.entities[index];
    const auto found = places.find({entity.label, entity.participant, entity.number});
    return found == places.end() ? std::nullopt : std::optional(found->second);
  };
  std::set<std::pair<std::string, std::string>> told;  // forms that the study takes for somebody, somewhere
  for (const auto& [form, index] : known.forms) told.insert(form);
  for (const auto& [place, index] : known.local_forms) told.emplace(place.label, place.form);
  for (const auto& [form, index] : project.forms) {
    if (const auto who = told.contains(form) ? std::nullopt : same(index)) known.forms.emplace(form, *who);
  }
  for (const auto& [place, index] : project.local_forms) {
    if (told.contains({place.label, place.form})) continue;
    const auto who = same(index);
    if (!who) continue;
    known.local_forms.emplace(
        resolve::LocalForm{known.texts.keep(place.file), known.texts.keep(place.label), known.texts.keep(place.form),
                           known.texts.keep(place.speaker), place.manner},
        *who);
  }
  for (const auto& [place, index] : project.speakers) {
    if (const auto who = same(index)) known.speakers.emplace(place, *who);
  }
}

void add_lone_bearers(StudyMap& map, const std::set<std::string>& files) {
  resolve::Assignment& known = map.assignment;
  std::map<std::pair<std::string, std::string>, std::set<std::uint32_t>> bearers;
  for (const auto& [place, index] : known.local_forms) bearers[{place.label, place.form}].insert(index);
  for (const auto& [form, who] : bearers) {
    if (who.size() != 1 || known.forms.contains(form)) continue;
    for (const std::string& file : files)
      known.local_forms.emplace(
          resolve::LocalForm{known.texts.keep(file), known.texts.keep(form.first), known.texts.keep(form.second)},
          *who.begin());
  }
}

}  // namespace moniker::study
