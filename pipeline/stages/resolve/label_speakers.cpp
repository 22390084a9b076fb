// Who speaks under a label: what sessions of the register claim; then names of the register, exact ones before
// likenesses; at last people who are known by nothing else.
#include "resolve/label_speakers.hpp"

#include <algorithm>
#include <set>

namespace moniker::resolve {

void take_claims(Cast& cast, const std::vector<TranscriptMentions>& transcripts, const Claims& claims) {
  for (const TranscriptMentions& transcript : transcripts) {
    cast.presence[transcript.file];
    for (const std::string& label : transcript.speakers) {
      const auto claim = claims.find({transcript.file, label});
      if (claim == claims.end()) continue;
      cast.speak(claim->first, claim->second);
      // The one label that is left for somebody tells a name of theirs as well.
      const auto name = transcript.label_names.find(label);
      if (name != transcript.label_names.end()) cast.add_name(claim->second, parse_person(name->second, cast.language));
    }
  }
}

/// Labels that no session claims. Exact names first; a likeness is nobody who speaks under another label already.
void decide_labels(Cast& cast, const NamedLabels& labels, const Contested& contested, bool exactly) {
  std::map<FileLabel, Choice> chosen;
  for (const auto& [place, key] : labels) {
    if (cast.result.speakers.contains(place)) continue;
    if (const auto rows = contested.find(place); rows != contested.end()) {
      chosen[place] = {.asked = rows->second};
      continue;
    }
    const PersonName& name = cast.forms.at(key).name;
    std::vector<Candidate> list = cast.candidates(key, name, place.first, std::nullopt);
    std::erase_if(list, [&](const Candidate& one) { return one.fit < Fit::alias && (exactly || one.speaks); });
    for (Candidate& one : list) one.speaks = one.named = false;
    const Choice choice = choose(std::move(list), {.complete = name.complete(), .label = true});
    if (choice.bearer || !choice.asked.empty()) chosen[place] = choice;
  }
  for (const auto& [place, choice] : chosen) {
    if (!choice.bearer) {
      const auto& [where, key] = *labels.find(place);
      const Spot spot{.key = KeptText(key), .file = KeptText(where.first)};
      if (!exactly)
        cast.result.doubts.push_back({spot, cast.forms.at(key).uses.at(spot.file).first, true, choice.asked});
      continue;
    }
    cast.speak(place, *choice.bearer);
  }
}

namespace {

/// The stranger whom others name in full in the transcript in which a part of that name speaks, if one alone is.
std::optional<std::size_t> named_as_well(const Cast& cast, const FileLabel& place, const std::string& key) {
  std::set<std::size_t> fitting;
  for (const auto& [full, bearer] : cast.strangers) {
    const PersonForm& form = cast.forms.at(full);
    const auto use = form.uses.find(KeptText(place.first));
    if (use == form.uses.end() || use->second.count == 0) continue;
    if (fit(cast.forms.at(key).name, cast.bearers[bearer], cast.lists) < Fit::short_form) continue;
    const bool of_another = use->second.voices.contains({KeptText(place.second), Manner::told});
    if (of_another) return std::nullopt;
    fitting.insert(bearer);
  }
  return fitting.size() == 1 ? std::optional(*fitting.begin()) : std::nullopt;
}

}  // namespace

/// Labels that are a part of a name and nobody's whom the register knows.
void add_unknown_speakers(Cast& cast, const NamedLabels& labels) {
  std::map<std::pair<std::string, std::string>, std::size_t> known;  // (circle, key)
  for (const auto& [place, key] : labels) {
    const PersonName& name = cast.forms.at(key).name;
    if (cast.result.speakers.contains(place)) continue;
    if (name.complete()) {
      cast.speak(place, cast.result.meant.at({KeptText(key), KeptText(place.first)}).bearer);
      continue;
    }
    if (const auto named = named_as_well(cast, place, key)) {
      cast.speak(place, *named);
      continue;
    }
    const auto [at, fresh] = known.try_emplace({cast.circles.at(place.first), key}, cast.bearers.size());
    if (fresh) cast.bearers.emplace_back().add(name);
    cast.speak(place, at->second);
    cast.presence[place.first].strangers.push_back(at->second);
    const Spot spot{KeptText(key), KeptText(place.first), KeptText(place.second), Manner::of_self};
    cast.result.meant[spot] = {at->second, false, Reason::alone};
  }
}

}  // namespace moniker::resolve
