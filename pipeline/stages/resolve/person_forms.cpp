// Every way of naming somebody, by its form: in which transcripts it stands, where first, who says it and how. What a
// session of the register claims is no form: that label is settled. Files and speakers are kept once (kept_text.hpp).
#include "resolve/person_forms.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/fold.hpp"
#include "words/role_label.hpp"

namespace moniker::resolve {
namespace {

/// Labels are compared without case, marks and the colon after them.
std::string folded_label(std::string_view label) {
  std::string folded = fold(label);
  while (folded.ends_with(':') || folded.ends_with(' ')) folded.pop_back();
  return folded;
}

/// The labels a session without one may mean: everyone who is left, or who is left beside those who ask.
std::vector<std::string> unclaimed(const TranscriptMentions& transcript, const Claims& claims,
                                   const words::Language& language) {
  std::vector<std::string> left;
  for (const std::string& label : transcript.speakers) {
    if (!label.empty() && !claims.contains({transcript.file, label})) left.push_back(label);
  }
  if (left.size() > 1)
    std::erase_if(left, [&](const std::string& label) { return words::is_asking_role(label, language); });
  return left;
}

/// Who has a session in a file, in the order of the register.
struct Claimant {
  std::size_t person = 0;
  const Session* session = nullptr;
};
using Claimants = std::unordered_map<std::string, std::vector<Claimant>>;  // by file

Claimants claimants_of(const Register& people) {
  Claimants claimants;
  for (std::size_t i = 0; i < people.people.size(); ++i) {
    for (const Session& session : people.people[i].sessions) claimants[session.file].push_back({i, &session});
  }
  return claimants;
}

void claim_named(const std::vector<Claimant>& here, const TranscriptMentions& transcript, Claims& claims,
                 Contested& contested) {
  std::map<std::string, std::set<std::size_t>> wanted;
  for (const auto& [person, session] : here) {
    if (session->speaker.empty()) continue;
    for (const std::string& label : transcript.speakers) {
      if (folded_label(label) == folded_label(session->speaker)) wanted[label].insert(person);
    }
  }
  for (const auto& [label, people] : wanted) {
    if (people.size() == 1) {
      claims.emplace(std::pair(transcript.file, label), *people.begin());
    } else {
      contested[{transcript.file, label}].assign(people.begin(), people.end());
    }
  }
}

void claim_unnamed(const std::vector<Claimant>& here, const TranscriptMentions& transcript, Claims& claims,
                   const words::Language& language) {
  std::set<std::size_t> waiting;
  for (const auto& [person, session] : here) {
    if (session->speaker.empty()) waiting.insert(person);
  }
  const auto left = unclaimed(transcript, claims, language);
  if (waiting.size() == 1 && left.size() == 1)
    claims.emplace(std::pair(transcript.file, left.front()), *waiting.begin());
}

class Collection {
 public:
  explicit Collection(const words::Language& language) : language_(language) {}

  PersonForms forms{};

  std::string add(std::string_view surface, KeptText file, const PersonForm::Use& seen) {
    const PersonName name = parse_person(surface, language_);
    std::string key = name.key();
    if (key.empty()) return key;
    take(key, name, file, seen);
    // "Shaw" may turn up where so far only "Mrs Shaw" was found.
    const PersonName plain = name.untitled();
    if (plain.key() != key) take(plain.key(), plain, file, {.first = seen.first});
    return key;
  }

 private:
  void take(const std::string& key, const PersonName& name, KeptText file, const PersonForm::Use& seen) {
    const auto at = forms.try_emplace(key, PersonForm{name, {}}).first;
    const auto [use, first] = at->second.uses.try_emplace(file, seen);
    if (first) return;
    PersonForm::Use& known = use->second;
    if (known.found() == seen.found()) known.first = std::min(known.first, seen.first);
    if (!known.found() && seen.found()) known.first = seen.first;
    known.count += seen.count;
    known.speaks |= seen.speaks;
    for (const auto& [voice, place] : seen.voices) {
      const auto [at_voice, new_voice] = known.voices.try_emplace(voice, place);
      if (!new_voice) at_voice->second = std::min(at_voice->second, place);
    }
  }

  const words::Language& language_;
};

}  // namespace

Claims claim_speakers(const Register& people, const std::vector<TranscriptMentions>& transcripts,
                      const words::Language& language, Contested& contested) {
  Claims claims;
  const Claimants claimants = claimants_of(people);
  for (const TranscriptMentions& transcript : transcripts) {
    const auto here = claimants.find(transcript.file);
    if (here == claimants.end()) continue;
    claim_named(here->second, transcript, claims, contested);
    claim_unnamed(here->second, transcript, claims, language);
  }
  return claims;
}

PersonForms person_forms(std::vector<TranscriptMentions>& transcripts, std::string_view person, const Claims& claims,
                         NamedLabels& labels, const words::Language& language, Texts& texts) {
  Collection collection(language);
  for (TranscriptMentions& transcript : transcripts) {
    const KeptText file = texts.keep(transcript.file);
    for (const Mention& m : transcript.mentions) {
      if (m.label != person) continue;
      const Place first{file, m.first_turn, m.first_byte};
      PersonForm::Use use{.count = m.count, .first = first};
      if (m.count > 0) use.voices[{texts.keep(m.speaker), m.manner}] = first;
      collection.add(m.surface, file, use);
    }
    std::vector<Mention>().swap(transcript.mentions);
    for (const std::string& label : transcript.speakers) {
      if (label.empty() || claims.contains({transcript.file, label})) continue;
      const auto named = transcript.label_names.find(label);
      if (named == transcript.label_names.end() && words::role_label(label, language)) continue;
      const std::string& name = named == transcript.label_names.end() ? label : named->second;
      const std::string key = collection.add(name, file, {.first = {file, 0, 0}, .speaks = true});
      if (!key.empty()) labels[{transcript.file, label}] = key;
    }
  }
  return std::move(collection.forms);
}

}  // namespace moniker::resolve
