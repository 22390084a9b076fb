// Whom each form means in each transcript, and in each mouth where that makes a difference; what is left is somebody of
// its own, one for a circle of transcripts.
#include "resolve/name_spots.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "resolve/lone_names.hpp"

namespace moniker::resolve {
namespace {

void tell_name(Cast& cast, std::size_t speaker, const PersonName& name, const Place& place) {
  const auto [at, fresh] = cast.result.told.try_emplace(speaker, place);
  if (!fresh) at->second = std::min(at->second, place);
  cast.add_name(speaker, name);
}

/// The form in a transcript, whoever says it; then in the mouths in which it means another.
void decide_in_file(Cast& cast, const std::string& key, const PersonForm& form, KeptText file,
                    const PersonForm::Use& use) {
  const bool complete = form.name.complete();
  const Spot whole{.key = KeptText(key), .file = file};
  const Choice plainly =
      choose(cast.candidates(key, form.name, file, std::nullopt), cast.occasion(form.name, Manner::told));
  if (plainly.bearer) cast.settle(whole, plainly, complete);
  std::optional<Place> open;  // where somebody says it of whom nothing else is known
  for (const auto& [voice, place] : use.voices) {
    const auto speaker = cast.speaker_of(file, voice.speaker);
    const Choice choice =
        choose(cast.candidates(key, form.name, file, speaker), cast.occasion(form.name, voice.manner));
    const Spot said{whole.key, file, voice.speaker, voice.manner};
    if (choice.bearer == plainly.bearer) {
      if (!choice.bearer && (!open || place < *open)) open = place;
    } else if (choice.bearer) {
      cast.settle(said, choice, complete);
    } else {
      cast.apart.insert(said);
      cast.ask(said, place, choice);
    }
  }
  if (open) cast.ask(whole, *open, plainly);
  if (!open && !use.voices.empty() && !plainly.bearer) cast.unused.insert(whole);
}

/// Title and surname -> who is called so with a given name as well.
std::map<std::string, std::set<std::size_t>> titled_strangers(const Cast& cast) {
  std::map<std::string, std::set<std::size_t>> titled;
  for (const auto& [key, bearer] : cast.strangers) {
    const PersonName& name = cast.forms.at(key).name;
    const std::string title = title_before_surname(key, name);
    if (!title.empty()) titled[title + name.words.back()].insert(bearer);
  }
  // "Dr Deshpande" where Anil Deshpande is named.
  for (const auto& [spot, meant] : cast.result.meant) {
    if (cast.registered(meant.bearer) || spot.file.empty()) continue;
    const PersonName& name = cast.forms.at(spot.key).name;
    if (name.words.size() == 1 && !title_before_surname(spot.key, name).empty())
      titled[spot.key.text()].insert(meant.bearer);
  }
  return titled;
}

std::size_t bearer_of_group(Cast& cast, const std::vector<std::size_t>& group, const std::vector<LoneForm>& open,
                            const std::map<std::string, std::set<std::size_t>>& titled) {
  for (const std::size_t member : group) {
    const auto known = titled.find(open[member].key.text());
    if (known != titled.end() && known->second.size() == 1) return *known->second.begin();
  }
  char gender = 0;
  for (const std::size_t member : group) gender = gender == 0 ? open[member].form->name.gender : gender;
  return cast.add_unnamed(gender);
}

/// A name in a mouth in which it is not whom it means elsewhere in the transcript, and nobody who is known.
void add_apart(Cast& cast) {
  std::map<std::tuple<std::string, KeptText, std::size_t>, std::size_t> others;  // (circle, key, speaker)
  for (const Spot& spot : cast.apart) {
    const auto speaker = cast.speaker_of(spot.file, spot.speaker);
    const std::size_t next = cast.result.genders.size(), who = speaker.value_or(next);
    const auto [at, fresh] = others.try_emplace({cast.circles.at(spot.file), spot.key, who}, next);
    if (fresh) cast.add_unnamed(cast.forms.at(spot.key).name.gender);
    cast.result.meant[spot] = {at->second, false, Reason::other_mouth};
  }
}

}  // namespace

/// "I was a Pritchard": a name that fits neither the speaker nor exactly somebody else of the register.
void take_told_names(Cast& cast) {
  for (const auto& [key, form] : cast.forms) {
    for (const auto& [file, use] : form.uses) {
      for (const auto& [voice, place] : use.voices) {
        if (voice.manner != Manner::of_self) continue;
        const auto speaker = cast.speaker_of(file, voice.speaker);
        if (!speaker) continue;
        const auto& fits = cast.fits.at(key);
        const bool somebodys = std::any_of(fits.begin(), fits.end(), [&](const auto& one) {
          return one.first == *speaker || one.second >= Fit::alias;
        });
        if (!somebodys) tell_name(cast, *speaker, form.name, place);
      }
    }
  }
}

/// Full names that mean somebody of the register, wherever they fall.
void decide_full_names(Cast& cast) {
  for (const auto& [key, form] : cast.forms) {
    if (!form.name.complete()) continue;
    for (const auto& [file, use] : form.uses) decide_in_file(cast, key, form, file, use);
  }
  for (const auto& [spot, meant] : cast.result.meant) {
    if (cast.forms.at(spot.key).uses.at(spot.file).count > 0)
      cast.presence[spot.file.text()].named.insert(meant.bearer);
  }
}

void decide_parts(Cast& cast) {
  for (const auto& [key, form] : cast.forms) {
    for (const auto& [file, use] : form.uses) {
      if (!form.name.complete()) decide_in_file(cast, key, form, file, use);
    }
  }
}

/// What a form means where no scan found it: in a transcript that learned it from others.
void decide_anywhere(Cast& cast) {
  for (const auto& [key, form] : cast.forms) {
    const bool complete = form.name.complete();
    const auto stranger = cast.strangers.find(key);
    const Choice choice = choose(cast.candidates(key, form.name, "", std::nullopt), {.complete = complete});
    if (choice.bearer) {
      cast.settle({.key = KeptText(key)}, choice, complete);
    } else if (stranger != cast.strangers.end()) {
      cast.result.meant[{.key = KeptText(key)}] = {stranger->second, false, Reason::full_name};
    }
  }
}

/// What could not be placed is somebody of their own; or a stranger of that title and surname, if one alone is.
void add_undecided(Cast& cast) {
  cast.stop_comparing();
  std::vector<LoneForm> open;
  std::vector<std::vector<Spot>> spots;
  std::map<KeptText, std::size_t> known;  // of the form at hand, by circle
  for (const auto& [key, form] : cast.forms) {
    known.clear();
    for (const auto& [file, use] : form.uses) {
      const Spot spot{.key = KeptText(key), .file = file};
      if (cast.result.meant.contains(spot) || cast.unused.contains(spot)) continue;
      const KeptText circle(cast.circles.at(file));
      const auto [at, fresh] = known.try_emplace(circle, open.size());
      if (fresh) open.push_back({circle, spot.key, &form}), spots.emplace_back();
      spots[at->second].push_back(spot);
    }
  }
  const auto titled = titled_strangers(cast);
  for (const auto& group : lone_people(open, cast.lists.nicknames)) {
    const std::size_t at = bearer_of_group(cast, group, open, titled);
    for (const std::size_t member : group) {
      for (const Spot& spot : spots[member]) cast.result.meant.try_emplace(spot, Meant{at, false, Reason::alone});
    }
  }
  add_apart(cast);
}

}  // namespace moniker::resolve
