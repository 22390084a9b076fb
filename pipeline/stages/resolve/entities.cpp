// The whole study's mentions to one assignment. The order is the contract: transcripts by file name, speakers claimed
// by the register first, people before numbers, numbers after the registry, so that the same study gives the same
// assignment and one more transcript never changes what was said before. Mentions are freed as soon as they are
// collected; what is left grows with the different forms.
#include "resolve/entities.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/fold.hpp"
#include "resolve/numbering.hpp"
#include "resolve/one_label.hpp"
#include "resolve/people.hpp"
#include "resolve/person_forms.hpp"
#include "resolve/same_talk.hpp"
#include "resolve/things.hpp"

namespace moniker::resolve {
namespace {

/// What is known of one person's entity while it is put together.
struct Draft {
  Entity entity{};
  std::tuple<bool, std::size_t, std::size_t> worth{};  // of the form: complete, words, length
};

class Assembly {
 public:
  Assembly(const Register& people, const NumberingOptions& options, const words::Language& language, std::string person)
      : people_(people), options_(options), language_(language), person_(std::move(person)) {}

  /// Everybody of the register has an entity, mentioned or not.
  void take_register(const std::vector<Slot>& slots, const std::vector<char>& genders) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
      Draft& draft = drafts_[slots[i]];
      draft.entity = {person_,
                      "",
                      slots[i].number,
                      shown_id(slots[i], options_),
                      normal_form(Meaning::person, people_.people[i].name, language_),
                      gender(genders[i])};
      draft.worth = {true, static_cast<std::size_t>(-1), 0};  // no form of the talk is better
    }
  }

  void take_form(const PersonForm& form, const Slot& slot, char bearers_gender) {
    Draft& draft = drafts_[slot];
    const std::string words = form.name.form();
    const std::tuple<bool, std::size_t, std::size_t> worth{form.name.complete(), form.name.words.size(), words.size()};
    if (draft.entity.form.empty()) draft.entity = {person_, "", slot.number, shown_id(slot, options_), "", ""};
    if (draft.entity.gender.empty()) draft.entity.gender = gender(bearers_gender);
    if (worth < draft.worth || (worth == draft.worth && words >= draft.entity.form)) return;
    draft.worth = worth;
    draft.entity.form = words;
  }

  void take_things(const Things& things) {
    for (const auto& [key, thing] : things) {
      Draft& draft = drafts_[{key.first, thing.number}];
      if (!draft.entity.form.empty() && draft.entity.form != thing.form &&
          draft.entity.form.size() >= thing.form.size())
        continue;
      draft.entity = {key.first, thing.subtype, thing.number, "", thing.form, ""};
    }
  }

  /// Puts the entities in order; afterwards index_of() answers. There are as many as people are named in a study: none
  /// is copied, and what it was put together in goes with it.
  std::vector<Entity> finish() {
    std::vector<std::pair<const Slot*, Entity*>> sorted;
    for (auto& [slot, draft] : drafts_) sorted.emplace_back(&slot, &draft.entity);
    const auto rank = [](const auto& x) {
      return std::tuple(std::string_view(x.second->label), x.second->participant.empty(),
                        std::string_view(x.first->kind), x.first->number);
    };
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    std::vector<Entity> entities;
    entities.reserve(sorted.size());
    for (const auto& [slot, entity] : sorted) {
      entities.push_back(std::move(*entity));
      const auto draft = drafts_.find(*slot);
      index_[*slot] = static_cast<std::uint32_t>(entities.size() - 1);
      drafts_.erase(draft);
    }
    return entities;
  }

  std::uint32_t index_of(const Slot& slot) const { return index_.at(slot); }

 private:
  static std::string gender(char known) { return known == 0 ? std::string() : std::string(1, known); }

  const Register& people_;
  const NumberingOptions& options_;
  const words::Language& language_;
  std::string person_;  // the label
  std::map<Slot, Draft> drafts_{};
  std::map<Slot, std::uint32_t> index_{};
};

KnownFiles known_files_of(const std::vector<TranscriptMentions>& transcripts, const Registry& registry) {
  KnownFiles known;
  for (const TranscriptMentions& transcript : transcripts) {
    if (registry.find(transcript_kind, transcript.file)) known.before.insert(transcript.file);
    if (transcript.leaving) known.leaving.insert(transcript.file);
  }
  return known;
}

/// Who speaks in what was put away is told by IDs; who is in the register no more, by none.
void claim_silent(std::vector<TranscriptMentions>& transcripts, const std::vector<Slot>& participants,
                  const NumberingOptions& options, Claims& claims) {
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < participants.size(); ++i) by_id.emplace(shown_id(participants[i], options), i);
  for (TranscriptMentions& transcript : transcripts) {
    if (!transcript.silent) continue;
    std::erase_if(transcript.speakers, [&](const std::string& id) { return !by_id.contains(id); });
    for (const std::string& id : transcript.speakers) claims[{transcript.file, id}] = by_id.at(id);
  }
}

/// How a surface may be looked up, best first.
std::vector<std::string> lookup_forms(Meaning means, std::string_view surface, const words::Language& language) {
  std::vector<std::string> forms;
  if (means != Meaning::person) {
    forms.push_back(normal_form(means, surface, language));
  } else {
    const PersonName name = parse_person(surface, language);
    forms = {name.key()};
    PersonName ungendered = name;
    ungendered.gender = 0;
    for (const std::string& plainer : {ungendered.key(), name.untitled().key(), name.form()}) {
      if (forms.back() != plainer) forms.push_back(plainer);
    }
  }
  for (std::size_t i = 0, count = forms.size(); i < count; ++i) {
    if (forms[i].size() > 3 && forms[i].ends_with('s')) forms.push_back(forms[i].substr(0, forms[i].size() - 1));
  }
  return forms;
}

Ground ground_of(const ResolvedPeople& resolved, std::size_t bearer, Reason reason, Texts& texts) {
  const auto told = resolved.told.find(bearer);
  if (reason != Reason::told || told == resolved.told.end()) return {.reason = reason};
  return {reason, texts.keep(told->second.file), told->second.utterance};
}

/// The last use of spots and of what they mean, which are the most that there is: each goes as soon as it is taken.
/// What a form means anywhere stands before what it means in one place. All that the result says lies in its own texts:
/// where a spot's lie, in labels that name their speaker too, goes with this call.
void take_forms(ResolvedPeople resolved, PersonSlots slots, const std::string& person, const Assembly& assembly,
                Assignment& result) {
  std::optional<std::pair<KeptText, Slot>> anywhere;
  const KeptText label = result.texts.keep(person);
  KeptText form;  // of the spots at hand, which come form by form
  for (auto at = slots.spots.begin(); at != slots.spots.end(); at = slots.spots.erase(at)) {
    const auto& [spot, slot] = *at;
    if (form != spot.key) form = result.texts.keep(spot.key);
    const LocalForm place{result.texts.keep(spot.file), label, form, result.texts.keep(spot.speaker), spot.manner};
    const auto meant = resolved.meant.find(spot);
    result.grounds[place] = ground_of(resolved, meant->second.bearer, meant->second.reason, result.texts);
    resolved.meant.erase(meant);
    if (spot.file.empty()) {
      result.forms[{person, spot.key}] = assembly.index_of(slot);
      if (spot.is_whole()) anywhere = {spot.key, slot};
      continue;
    }
    if (spot.is_whole() && anywhere == std::pair(spot.key, slot)) continue;
    result.local_forms[place] = assembly.index_of(slot);
  }
}

void take_speaker_grounds(const ResolvedPeople& resolved, const NamedLabels& labels, const Claims& claims,
                          Assignment& result) {
  for (const auto& [place, bearer] : resolved.speakers) {
    if (claims.contains(place)) {
      result.speaker_grounds[place] = {.reason = Reason::session};
      continue;
    }
    const auto key = labels.find(place);
    if (key == labels.end()) continue;
    const auto meant = resolved.meant.find({.key = KeptText(key->second), .file = KeptText(place.first)});
    if (meant != resolved.meant.end() && meant->second.bearer == bearer)
      result.speaker_grounds[place] = ground_of(resolved, bearer, meant->second.reason, result.texts);
  }
}

/// In the order of the transcripts' talk, each once.
void take_questions(const ResolvedPeople& resolved, const std::vector<Slot>& participants, const PersonSlots& slots,
                    const Assembly& assembly, Assignment& result) {
  for (const Doubt& doubt : resolved.doubts) {
    Question question{.file = doubt.spot.file, .turn = doubt.first.utterance, .label = doubt.label};
    for (const std::size_t person : doubt.asked) question.could_be.push_back(assembly.index_of(participants[person]));
    // Where nobody's words mean it, there is nothing to ask; what was settled in an earlier run is asked no more.
    const auto slot = slots.spots.find(doubt.spot);
    if (slot == slots.spots.end() || !result.entities[assembly.index_of(slot->second)].participant.empty()) continue;
    std::sort(question.could_be.begin(), question.could_be.end());
    question.entity = assembly.index_of(slot->second);
    result.questions.push_back(std::move(question));
  }
  const auto rank = [](const Question& q) { return std::tie(q.file, q.turn, q.label, q.entity, q.could_be); };
  std::sort(result.questions.begin(), result.questions.end(),
            [&](const Question& a, const Question& b) { return rank(a) < rank(b); });
  result.questions.erase(std::unique(result.questions.begin(), result.questions.end()), result.questions.end());
}

}  // namespace

Assignment assign_entities(const Register& people, std::vector<TranscriptMentions> transcripts, const Labels& known,
                           Registry& registry, const NumberingOptions& options, const words::NameLists& lists,
                           const words::Language& language) {
  const std::string& person = label_meaning(known, Meaning::person)->name;
  std::sort(transcripts.begin(), transcripts.end(),
            [](const TranscriptMentions& a, const TranscriptMentions& b) { return a.file < b.file; });
  const KnownFiles known_files = known_files_of(transcripts, registry);
  Assignment result;
  result.transcripts = number_transcripts(transcripts, registry, options);
  const Relabelled lost = give_one_label(transcripts, people, known, lists, language);

  Contested contested;
  Claims claims = claim_speakers(people, transcripts, language, contested);
  const auto participants = number_participants(people, registry, options);
  claim_silent(transcripts, participants, options, claims);
  NamedLabels labels;
  Things things = collect_things(transcripts, known, language);
  PersonForms forms = person_forms(transcripts, person, claims, labels, language, result.texts);
  ResolvedPeople resolved = resolve_people(people, transcripts, forms, {claims, contested}, labels,
                                           {.lone_names_mean_one = options.lone_names_mean_one}, lists, language);
  PersonSlots slots =
      number_people(resolved, participants, forms, labels, result.transcripts, known_files, registry, options);
  for (auto& [key, form] : forms) form.uses.clear();  // what follows needs their names, and the room
  number_things(things, registry, language);

  Assembly assembly(people, options, language, person);
  assembly.take_register(participants, resolved.genders);
  for (const auto& [spot, slot] : slots.spots) {
    assembly.take_form(forms.at(spot.key), slot, resolved.genders[resolved.meant.at(spot).bearer]);
  }
  assembly.take_things(things);
  result.entities = assembly.finish();

  const auto keys = participant_keys(people);
  for (std::size_t i = 0; i < keys.size(); ++i) result.people[keys[i]] = assembly.index_of(participants[i]);
  for (const auto& [place, slot] : slots.speakers) result.speakers[place] = assembly.index_of(slot);
  take_speaker_grounds(resolved, labels, claims, result);
  take_questions(resolved, participants, slots, assembly, result);
  take_forms(std::move(resolved), std::move(slots), person, assembly, result);
  for (const auto& [key, thing] : things) result.forms[key] = assembly.index_of({key.first, thing.number});
  for (const auto& [was, is] : lost) {
    if (const auto form = result.forms.find(is); form != result.forms.end()) result.forms[was] = form->second;
  }
  return result;
}

namespace {

/// How a form may be looked up in a place: as it is said there, by anybody there, anywhere.
std::vector<LocalForm> places_of(const SaidIn& where, const Label& label, const std::string& form) {
  const KeptText file(where.file), of(label.name), said(form);
  return {{file, of, said, KeptText(where.speaker), where.manner}, {file, of, said}};
}

}  // namespace

const Entity* Assignment::find(const SaidIn& where, const Label& label, std::string_view surface,
                               const words::Language& language) const {
  for (const std::string& form : lookup_forms(label.means, surface, language)) {
    for (const LocalForm& place : places_of(where, label, form)) {
      if (const auto here = local_forms.find(place); here != local_forms.end()) return &entities[here->second];
    }
    if (const auto there = forms.find({label.name, form}); there != forms.end()) return &entities[there->second];
  }
  return nullptr;
}

const Ground* Assignment::ground(const SaidIn& where, const Label& label, std::string_view surface,
                                 const words::Language& language) const {
  for (const std::string& form : lookup_forms(label.means, surface, language)) {
    std::vector<LocalForm> places = places_of(where, label, form);
    places.push_back({.label = KeptText(label.name), .form = KeptText(form)});
    for (const LocalForm& place : places) {
      if (const auto found = grounds.find(place); found != grounds.end()) return &found->second;
    }
  }
  return nullptr;
}

std::map<std::uint32_t, std::set<Reason>> Assignment::reasons() const {
  std::map<std::uint32_t, std::set<Reason>> all;
  for (const auto& [place, ground] : grounds) {
    const auto here = local_forms.find(place);
    const auto there = here == local_forms.end() ? forms.find({place.label, place.form}) : forms.end();
    if (here != local_forms.end()) all[here->second].insert(ground.reason);
    if (there != forms.end()) all[there->second].insert(ground.reason);
  }
  for (const auto& [place, ground] : speaker_grounds) {
    if (const auto who = speakers.find(place); who != speakers.end()) all[who->second].insert(ground.reason);
  }
  return all;
}

const Entity* Assignment::speaker(const std::string& file, const std::string& label) const {
  const auto found = speakers.find({file, label});
  return found == speakers.end() ? nullptr : &entities[found->second];
}

const Surrogate* Assignment::surrogate(const Entity& entity) const {
  const auto found = surrogates.find(static_cast<std::uint32_t>(&entity - entities.data()));
  return found == surrogates.end() ? nullptr : &found->second;
}

}  // namespace moniker::resolve
