// Who is meant when a name falls: the order in which docs/identity.md's law is applied.
//
//   1. Labels. Sessions say who speaks under them; then the register's names, exact ones before likenesses.
//   2. Full names in the talk. Those that fit nobody of the register make people of their own.
//   3. What people tell of themselves ("I was a Pritchard") is theirs in the transcripts in which they speak.
//   4. Parts of names, in each transcript among those who are there and the register; and in each speaker's mouth,
//   where
//      that makes a difference. What is left is somebody of its own: one for a circle of transcripts (circles.hpp).
//
// One form in one place is judged by choose(), by itself. Nothing here depends on the order of transcripts or of the
// register: all maps are sorted, and ties are left undecided.
#include "resolve/people.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "resolve/choice.hpp"
#include "resolve/circles.hpp"
#include "resolve/cliques.hpp"
#include "resolve/lone_names.hpp"
#include "words/role_label.hpp"

namespace moniker::resolve {
namespace {

/// Who is present in a transcript.
struct Presence {
  std::set<std::size_t> speaks{};
  std::set<std::size_t> named{};                               // in full
  std::set<std::size_t> known{};                               // who spoke elsewhere with somebody who speaks here
  std::set<std::pair<std::size_t, std::size_t>> introduced{};  // who was told of, and by whom
  std::vector<std::size_t> strangers{};  // who speak under a part of a name that nobody is known by
};

constexpr auto nobody = static_cast<std::size_t>(-1);

using FileLabel = std::pair<std::string, std::string>;

Reason reason_of(const Choice& choice) {
  if (choice.told) return Reason::told;
  switch (choice.fit) {
    case Fit::full:
      return Reason::full_name;
    case Fit::own:
      return Reason::own_name;
    case Fit::alias:
      return Reason::alias;
    case Fit::short_form:
      return Reason::short_form;
    case Fit::initials:
      return Reason::initials;
    default:
      return Reason::slip;
  }
}

class Resolver {
 public:
  Resolver(const Register& people, const PersonForms& forms, const ResolveOptions& options,
           const words::NameLists& lists, const words::Language& language)
      : people_(people), forms_(forms), options_(options), lists_(lists), language_(language) {
    for (std::size_t i = 0; i < people.people.size(); ++i)
      result_.bearers.push_back(bearer_of(people.people[i], i, lists, language));
  }

  ResolvedPeople run(const std::vector<TranscriptMentions>& transcripts, const Sessions& sessions,
                     const NamedLabels& labels) {
    take_claims(transcripts, sessions.claims);
    contested_ = &sessions.contested;
    for (std::size_t i = 0; i < result_.bearers.size(); ++i) index_.add(result_.bearers[i], i);
    for (const auto& [key, form] : forms_) find_candidates(index_, key, form.name);
    for (const bool exactly : {true, false}) decide_labels(labels, exactly);
    take_told_names();
    decide_full_names();
    add_strangers();
    find_circles();
    add_unknown_speakers(labels);
    add_introduced();
    decide_parts();
    decide_anywhere();
    add_undecided();
    return std::move(result_);
  }

 private:
  bool registered(std::size_t bearer) const { return bearer < people_.people.size(); }

  void take_claims(const std::vector<TranscriptMentions>& transcripts, const Claims& claims) {
    for (const TranscriptMentions& transcript : transcripts) {
      presence_[transcript.file];
      for (const std::string& label : transcript.speakers) {
        const auto claim = claims.find({transcript.file, label});
        if (claim == claims.end()) continue;
        speak(claim->first, claim->second);
        // The one label that is left for somebody tells a name of theirs as well.
        const auto name = transcript.label_names.find(label);
        if (name != transcript.label_names.end()) add_name(claim->second, parse_person(name->second, language_));
      }
    }
  }

  void speak(const FileLabel& place, std::size_t bearer) {
    result_.speakers[place] = bearer;
    presence_[place.first].speaks.insert(bearer);
  }

  /// Those of `index` whom the name fits, added to the form's candidates.
  void find_candidates(BearerIndex& index, const std::string& key, const PersonName& name) {
    std::vector<std::pair<std::size_t, Fit>>& found = candidates_[key];
    for (const std::size_t i : index.candidates(name, lists_.nicknames)) {
      if (const Fit how = fit(name, result_.bearers[i], lists_); how != Fit::none) found.emplace_back(i, how);
    }
    // "the Shaws"
    if (!found.empty() || name.words.size() != 1 || name.words[0].size() <= 3 || !name.words[0].ends_with('s')) return;
    PersonName singular = name;
    singular.words[0].pop_back();
    for (const std::size_t i : index.candidates(singular, lists_.nicknames)) {
      if (const Fit how = fit(singular, result_.bearers[i], lists_); how != Fit::none) found.emplace_back(i, how);
    }
  }

  /// Whom a form may mean in a transcript, said by `speaker`.
  std::vector<Candidate> candidates(const std::string& key, const PersonName& name, const std::string& file,
                                    std::optional<std::size_t> speaker) const {
    const auto there = presence_.find(file);
    const Presence& here = there == presence_.end() ? nobody_ : there->second;
    std::map<std::size_t, Fit> fits(candidates_.at(key).begin(), candidates_.at(key).end());
    std::set<std::size_t> told;
    for (const std::size_t stranger : here.strangers) {
      if (const Fit how = fit(name, result_.bearers[stranger], lists_); how != Fit::none) fits[stranger] = how;
    }
    for (const std::size_t bearer : here.speaks) {
      const auto more = told_.find(bearer);
      if (more == told_.end()) continue;
      if (const Fit how = fit(name, more->second, lists_); how > fits[bearer]) fits[bearer] = how, told.insert(bearer);
    }
    std::vector<Candidate> list;
    for (const auto& [bearer, how] : fits) {
      if (how == Fit::none) continue;
      list.push_back({.bearer = bearer,
                      .fit = how,
                      .registered = registered(bearer),
                      .speaks = here.speaks.contains(bearer),
                      .named = here.named.contains(bearer),
                      .says_it = speaker == bearer,
                      .family = speaker && related(*speaker, bearer),
                      .known = here.known.contains(bearer),
                      .theirs = speaker && here.introduced.contains({bearer, *speaker}),
                      .told = told.contains(bearer)});
    }
    return list;
  }

  bool related(std::size_t a, std::size_t b) const {
    const auto& others = result_.bearers[b].surnames;
    return std::any_of(result_.bearers[a].surnames.begin(), result_.bearers[a].surnames.end(),
                       [&](const std::string& surname) { return others.contains(surname); });
  }

  /// Labels that no session claims. Exact names first; a likeness is nobody who speaks under another label already.
  void decide_labels(const NamedLabels& labels, bool exactly) {
    std::map<FileLabel, Choice> chosen;
    for (const auto& [place, key] : labels) {
      if (result_.speakers.contains(place)) continue;
      if (const auto rows = contested_->find(place); rows != contested_->end()) {
        chosen[place] = {.asked = rows->second};
        continue;
      }
      const PersonName& name = forms_.at(key).name;
      std::vector<Candidate> list = candidates(key, name, place.first, std::nullopt);
      std::erase_if(list, [&](const Candidate& one) { return one.fit < Fit::alias && (exactly || one.speaks); });
      for (Candidate& one : list) one.speaks = one.named = false;
      const Choice choice = choose(std::move(list), {.complete = name.complete(), .label = true});
      if (choice.bearer || !choice.asked.empty()) chosen[place] = choice;
    }
    for (const auto& [place, choice] : chosen) {
      const std::string& key = labels.at(place);
      if (!choice.bearer) {
        const Spot spot{.key = key, .file = place.first};
        if (!exactly) result_.doubts.push_back({spot, forms_.at(key).uses.at(place.first).first, true, choice.asked});
        continue;
      }
      speak(place, *choice.bearer);
    }
  }

  std::optional<std::size_t> speaker_of(const std::string& file, const std::string& label) const {
    const auto found = result_.speakers.find({file, label});
    return found == result_.speakers.end() ? std::nullopt : std::optional(found->second);
  }

  /// "I was a Pritchard": a name that fits neither the speaker nor exactly somebody else of the register.
  void take_told_names() {
    for (const auto& [key, form] : forms_) {
      for (const auto& [file, use] : form.uses) {
        for (const auto& [voice, place] : use.voices) {
          if (voice.manner != Manner::of_self) continue;
          const auto speaker = speaker_of(file, voice.speaker);
          if (!speaker) continue;
          const auto& fits = candidates_.at(key);
          const bool somebodys = std::any_of(fits.begin(), fits.end(), [&](const auto& one) {
            return one.first == *speaker || one.second >= Fit::alias;
          });
          if (!somebodys) tell_name(*speaker, form.name, place);
        }
      }
    }
  }

  void tell_name(std::size_t speaker, const PersonName& name, const Place& place) {
    const auto [at, fresh] = result_.told.try_emplace(speaker, place);
    if (!fresh) at->second = std::min(at->second, place);
    add_name(speaker, name);
  }

  /// Theirs in the transcripts in which they speak.
  void add_name(std::size_t speaker, const PersonName& name) {
    Bearer& more = told_.try_emplace(speaker, result_.bearers[speaker]).first->second;
    more.add(name);
    if (name.words.size() == 1) more.surnames.insert(name.words.front());
  }

  Occasion occasion(const PersonName& name, Manner manner) const {
    const bool common = name.words.size() == 1 && lists_.is_common(name.words.front());
    return {.complete = name.complete(), .common = common, .manner = manner};
  }

  bool is_firm(const Choice& choice, bool complete) const {
    return registered(*choice.bearer) && (choice.here || complete || choice.fit >= Fit::alias);
  }

  void settle(const Spot& spot, const Choice& choice, bool complete) {
    result_.meant[spot] = {*choice.bearer, is_firm(choice, complete), reason_of(choice)};
  }

  void ask(const Spot& spot, const Place& first, const Choice& choice) {
    if (!choice.asked.empty()) result_.doubts.push_back({spot, first, false, choice.asked});
  }

  /// The form in a transcript, whoever says it; then in the mouths in which it means another.
  void decide_in_file(const std::string& key, const PersonForm& form, const std::string& file,
                      const PersonForm::Use& use) {
    const bool complete = form.name.complete();
    const Spot whole{.key = key, .file = file};
    const Choice plainly = choose(candidates(key, form.name, file, std::nullopt), occasion(form.name, Manner::told));
    if (plainly.bearer) settle(whole, plainly, complete);
    std::optional<Place> open;  // where somebody says it of whom nothing else is known
    for (const auto& [voice, place] : use.voices) {
      const auto speaker = speaker_of(file, voice.speaker);
      const Choice choice = choose(candidates(key, form.name, file, speaker), occasion(form.name, voice.manner));
      const Spot said{key, file, voice.speaker, voice.manner};
      if (choice.bearer == plainly.bearer) {
        if (!choice.bearer && (!open || place < *open)) open = place;
      } else if (choice.bearer) {
        settle(said, choice, complete);
      } else {
        apart_.insert(said);
        ask(said, place, choice);
      }
    }
    if (open) ask(whole, *open, plainly);
    if (!open && !use.voices.empty() && !plainly.bearer) unused_.insert(whole);
  }

  /// Full names that mean somebody of the register, wherever they fall.
  void decide_full_names() {
    for (const auto& [key, form] : forms_) {
      if (!form.name.complete()) continue;
      for (const auto& [file, use] : form.uses) decide_in_file(key, form, file, use);
    }
    for (const auto& [spot, meant] : result_.meant) {
      if (forms_.at(spot.key).uses.at(spot.file).count > 0) presence_[spot.file].named.insert(meant.bearer);
    }
  }

  /// People whose full names fit nobody of the register.
  void add_strangers() {
    std::vector<const PersonForms::value_type*> open;
    std::vector<Bearer> alone;
    BearerIndex index;
    for (const auto& entry : forms_) {
      if (!entry.second.name.complete() || !is_open(entry)) continue;
      open.push_back(&entry);
      alone.emplace_back().add(entry.second.name);
      tell_gender(alone.back(), lists_);
      index.add(alone.back(), alone.size() - 1);
    }
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (const std::size_t j : index.candidates(open[i]->second.name, lists_.nicknames)) {
        if (j == i) continue;
        const Fit how = fit(open[i]->second.name, alone[j], lists_);
        // What may be one name misspelt is taken for one where both spellings occur in a transcript.
        if (how >= Fit::short_form || (how == Fit::slip && meet(open[i]->second, open[j]->second)))
          edges.push_back({i, j});
      }
    }
    for (const auto& group : cliques(open.size(), edges)) {
      Bearer bearer;
      std::vector<const PersonForms::value_type*> members;
      for (const std::size_t member : group) {
        members.push_back(open[member]);
        bearer.add(open[member]->second.name);
      }
      add_bearer(std::move(bearer), members);
    }
    for (const auto& [key, form] : forms_) {
      if (!form.name.complete()) find_candidates(strangers_index_, key, form.name);
    }
  }

  bool is_open(const PersonForms::value_type& entry) const {
    return std::any_of(entry.second.uses.begin(), entry.second.uses.end(), [&](const auto& use) {
      return !result_.meant.contains({entry.first, use.first});
    });
  }

  void add_bearer(Bearer bearer, const std::vector<const PersonForms::value_type*>& forms) {
    const std::size_t at = result_.bearers.size();
    tell_gender(bearer, lists_);
    strangers_index_.add(bearer, at);
    result_.bearers.push_back(std::move(bearer));
    for (const auto* entry : forms) {
      for (const auto& [file, use] : entry->second.uses) {
        if (!result_.meant.try_emplace({entry->first, file}, Meant{at, false, Reason::full_name}).second) continue;
        if (use.count > 0) presence_[file].named.insert(at);
        if (use.speaks) presence_[file].speaks.insert(at);
      }
      strangers_[entry->first] = at;
    }
  }

  /// In a later interview people tell of those with whom they sat in a group.
  void find_known(const std::map<std::string, std::vector<std::size_t>>& speaks) {
    std::map<std::size_t, std::set<std::size_t>> met;
    for (const auto& [file, who] : speaks) {
      for (const std::size_t bearer : who)
        met[bearer].insert(presence_[file].speaks.begin(), presence_[file].speaks.end());
    }
    for (const auto& [file, who] : speaks) {
      for (const std::size_t bearer : who) presence_[file].known.insert(met[bearer].begin(), met[bearer].end());
    }
  }

  /// Who asks speaks everywhere and ties nothing.
  void find_circles() {
    std::map<std::string, std::vector<std::size_t>> speaks;
    for (const auto& [file, presence] : presence_) {
      std::vector<std::size_t>& who = speaks[file];
      for (const std::size_t bearer : presence.speaks) {
        if (registered(bearer) && !words::is_asking_role(people_.people[bearer].role, language_)) who.push_back(bearer);
      }
    }
    find_known(speaks);
    if (options_.lone_names_mean_one) {
      for (auto& [file, who] : speaks) who = {0};
    }
    circles_ = circles(speaks);
  }

  /// Labels that are a part of a name and nobody's whom the register knows.
  void add_unknown_speakers(const NamedLabels& labels) {
    std::map<std::pair<std::string, std::string>, std::size_t> known;  // (circle, key)
    for (const auto& [place, key] : labels) {
      const PersonName& name = forms_.at(key).name;
      if (result_.speakers.contains(place)) continue;
      if (name.complete()) {
        speak(place, result_.meant.at({key, place.first}).bearer);
        continue;
      }
      if (const auto named = named_as_well(place, key)) {
        speak(place, *named);
        continue;
      }
      const auto [at, fresh] = known.try_emplace({circles_.at(place.first), key}, result_.bearers.size());
      if (fresh) result_.bearers.emplace_back().add(name);
      speak(place, at->second);
      presence_[place.first].strangers.push_back(at->second);
      result_.meant[{key, place.first, place.second, Manner::of_self}] = {at->second, false, Reason::alone};
    }
  }

  /// Whether somebody tells of another who is called as they are: Priya Nair of Dr Nair, her mother.
  static bool is_namesake(const std::vector<Candidate>& fitting, Manner manner) {
    return (manner == Manner::told || manner == Manner::taken_up) &&
           std::any_of(fitting.begin(), fitting.end(),
                       [](const Candidate& one) { return one.says_it && !one.told && one.fit >= Fit::alias; });
  }

  /// Who is told of as "a nurse called Peggy" or "my sister Kate", and is nobody who is known: from then on they are
  /// there, for as long as the circle goes.
  void add_introduced() {
    std::map<std::tuple<std::string, std::string, std::size_t>, std::size_t> known;  // (circle, key, by whom)
    for (const auto& [key, form] : forms_) {
      if (form.name.complete()) continue;
      for (const auto& [file, use] : form.uses) {
        for (const auto& [voice, place] : use.voices) {
          const auto speaker = speaker_of(file, voice.speaker);
          const std::vector<Candidate> fitting = candidates(key, form.name, file, speaker);
          const bool told = voice.manner == Manner::introduced || voice.manner == Manner::of_family;
          if (!told && !is_namesake(fitting, voice.manner)) continue;
          const Choice choice = choose(fitting, occasion(form.name, voice.manner));
          if (!told && (choice.bearer || !choice.asked.empty())) continue;
          const std::size_t whose = speaker.value_or(nobody);
          if (choice.bearer) {
            if (!registered(*choice.bearer)) introduced_.push_back({file, *choice.bearer, whose});
            continue;
          }
          const auto [at, fresh] = known.try_emplace({circles_.at(file), key, whose}, result_.bearers.size());
          if (fresh) result_.bearers.emplace_back().add(form.name);
          introduced_.push_back({file, at->second, whose});
          ask({.key = key, .file = file}, place, choice);
        }
      }
    }
    for (const auto& [file, bearer, whose] : introduced_) {
      Presence& here = presence_[file];
      here.introduced.emplace(bearer, whose);
      here.strangers.push_back(bearer);
      here.named.insert(bearer);
    }
  }

  /// The stranger whom others name in full in the transcript in which a part of that name speaks, if one alone is.
  std::optional<std::size_t> named_as_well(const FileLabel& place, const std::string& key) const {
    std::set<std::size_t> fitting;
    for (const auto& [full, bearer] : strangers_) {
      const PersonForm& form = forms_.at(full);
      const auto use = form.uses.find(place.first);
      if (use == form.uses.end() || use->second.count == 0) continue;
      if (fit(forms_.at(key).name, result_.bearers[bearer], lists_) < Fit::short_form) continue;
      const bool of_another = use->second.voices.contains({place.second, Manner::told});
      if (of_another) return std::nullopt;
      fitting.insert(bearer);
    }
    return fitting.size() == 1 ? std::optional(*fitting.begin()) : std::nullopt;
  }

  void decide_parts() {
    for (const auto& [key, form] : forms_) {
      for (const auto& [file, use] : form.uses) {
        if (!form.name.complete()) decide_in_file(key, form, file, use);
      }
    }
  }

  /// What a form means where no scan found it: in a transcript that learned it from others.
  void decide_anywhere() {
    for (const auto& [key, form] : forms_) {
      const bool complete = form.name.complete();
      const auto stranger = strangers_.find(key);
      const Choice choice = choose(candidates(key, form.name, "", std::nullopt), {.complete = complete});
      if (choice.bearer) {
        result_.meant[{.key = key}] = {*choice.bearer, is_firm(choice, complete), reason_of(choice)};
      } else if (stranger != strangers_.end()) {
        result_.meant[{.key = key}] = {stranger->second, false, Reason::full_name};
      }
    }
  }

  /// What could not be placed is somebody of their own; or a stranger of that title and surname, if one alone is.
  void add_undecided() {
    std::vector<LoneForm> open;
    std::vector<std::vector<Spot>> spots;
    std::map<std::pair<std::string, std::string>, std::size_t> known;  // (circle, key)
    for (const auto& [key, form] : forms_) {
      for (const auto& [file, use] : form.uses) {
        if (result_.meant.contains({key, file}) || unused_.contains({key, file})) continue;
        const auto [at, fresh] = known.try_emplace({circles_.at(file), key}, open.size());
        if (fresh) open.push_back({circles_.at(file), key, &form}), spots.emplace_back();
        spots[at->second].push_back({.key = key, .file = file});
      }
    }
    const auto titled = titled_strangers();
    for (const auto& group : lone_people(open, lists_.nicknames)) {
      const std::size_t at = bearer_of_group(group, open, titled);
      for (const std::size_t member : group) {
        for (const Spot& spot : spots[member]) result_.meant.try_emplace(spot, Meant{at, false, Reason::alone});
      }
    }
    add_apart();
  }

  /// Title and surname -> who is called so with a given name as well.
  std::map<std::string, std::set<std::size_t>> titled_strangers() const {
    std::map<std::string, std::set<std::size_t>> titled;
    for (const auto& [key, bearer] : strangers_) {
      const PersonName& name = forms_.at(key).name;
      const std::string title = title_before_surname(key, name);
      if (!title.empty()) titled[title + name.words.back()].insert(bearer);
    }
    // "Dr Deshpande" where Anil Deshpande is named.
    for (const auto& [spot, meant] : result_.meant) {
      if (registered(meant.bearer) || spot.file.empty()) continue;
      const PersonName& name = forms_.at(spot.key).name;
      if (name.words.size() == 1 && !title_before_surname(spot.key, name).empty())
        titled[spot.key].insert(meant.bearer);
    }
    return titled;
  }

  std::size_t bearer_of_group(const std::vector<std::size_t>& group, const std::vector<LoneForm>& open,
                              const std::map<std::string, std::set<std::size_t>>& titled) {
    for (const std::size_t member : group) {
      const auto known = titled.find(open[member].key);
      if (known != titled.end() && known->second.size() == 1) return *known->second.begin();
    }
    Bearer bearer;
    for (const std::size_t member : group) bearer.add(open[member].form->name);
    result_.bearers.push_back(std::move(bearer));
    return result_.bearers.size() - 1;
  }

  /// A name in a mouth in which it is not whom it means elsewhere in the transcript, and nobody who is known.
  void add_apart() {
    std::map<std::tuple<std::string, std::string, std::size_t>, std::size_t> others;  // (circle, key, speaker)
    for (const Spot& spot : apart_) {
      const auto speaker = speaker_of(spot.file, spot.speaker);
      const std::size_t who = speaker ? *speaker : result_.bearers.size();
      const auto [at, fresh] = others.try_emplace({circles_.at(spot.file), spot.key, who}, result_.bearers.size());
      if (fresh) result_.bearers.emplace_back().add(forms_.at(spot.key).name);
      result_.meant[spot] = {at->second, false, Reason::other_mouth};
    }
  }

  const Register& people_;
  const PersonForms& forms_;
  const ResolveOptions& options_;
  const words::NameLists& lists_;
  const words::Language& language_;
  ResolvedPeople result_{};
  BearerIndex index_{}, strangers_index_{};  // of the register; of people outside it with full names
  std::map<std::string, std::vector<std::pair<std::size_t, Fit>>> candidates_{};
  std::map<std::string, Presence> presence_{};
  const Presence nobody_{};
  const Contested* contested_ = nullptr;
  std::map<std::size_t, Bearer> told_{};            // with the names that they told
  std::map<std::string, std::size_t> strangers_{};  // by key of a full name
  std::map<std::string, std::string> circles_{};
  std::vector<std::tuple<std::string, std::size_t, std::size_t>> introduced_{};  // (file, bearer, by whom)
  std::set<Spot> apart_{};
  std::set<Spot> unused_{};  // every mouth means somebody by it, and not one the same as another
};

}  // namespace

ResolvedPeople resolve_people(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                              const PersonForms& forms, const Sessions& sessions, const NamedLabels& labels,
                              const ResolveOptions& options, const words::NameLists& lists,
                              const words::Language& language) {
  return Resolver(people, forms, options, lists, language).run(transcripts, sessions, labels);
}

}  // namespace moniker::resolve
