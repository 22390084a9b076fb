// New names for all that a deposit holds, drawn from its key.
#include "deposit/deposit_talk.hpp"
#include "deposit/new_names.hpp"

namespace moniker::custodian {
namespace {

void name_transcripts(const Secret<32>& key, const ExportedStudy& study,
                      const std::vector<const ExportedTranscript*>& going, NewNames& names) {
  std::map<std::string, std::set<std::string>> by_kind;
  for (const ExportedTranscript* one : going) by_kind[is_group(*one, study) ? "group" : "interview"].insert(one->name);
  for (const auto& [kind, those] : by_kind) {
    for (const auto& [name, number] : numbered_anew(key, "transcript", those))
      names.transcripts[name] = kind + "-" + padded_number(number, those.size());
  }
}

void name_speakers(const Secret<32>& key, const std::vector<const ExportedTranscript*>& going, const WhoAgreed& who,
                   const std::string& prefix, NewNames& names) {
  std::set<std::string> people;
  std::map<std::string, std::set<std::string>> askers;
  for (const ExportedTranscript* one : going) {
    for (const std::string& speaker : speakers_of(*one)) {
      const Voice voice = voice_of(speaker, who);
      if (voice == Voice::agreed) people.insert(speaker);
      if (voice == Voice::asker) askers[role_label_of(role_of_asker(speaker, who))].insert(speaker);
    }
  }
  for (const auto& [id, number] : numbered_anew(key, "speaker", people))
    names.speakers[id] = prefix + padded_number(number, people.size());
  for (const auto& [role, those] : askers) {
    for (const auto& [id, number] : numbered_anew(key, "speaker", those))
      names.speakers[id] = role + "-" + letters_of_number(number);
  }
}

/// Of turns that go. Participants have IDs, or no number at all.
void number_things(const Secret<32>& key, const std::vector<const ExportedTranscript*>& going, const WhoAgreed& who,
                   NewNames& names) {
  std::map<std::string, std::set<std::string>> by_label;
  for (const ExportedTranscript* one : going) {
    for (const ExportedTurn& turn : one->turns) {
      if (turn.turn.part != Part::talk || voice_of(turn.turn.speaker, who) == Voice::left_out) continue;
      for (const ExportedMark& mark : turn.marks) {
        const bool has_id = names.speakers.contains(mark.entity) || is_numbered_id(mark.entity, who.participant_prefix);
        if (!mark.entity.empty() && !has_id) by_label[mark.label].insert(mark.entity);
      }
    }
  }
  for (const auto& [label, those] : by_label) names.numbers[label] = numbered_anew(key, label, those);
}

bool has_digit(const std::string& name) { return name.find_first_of("0123456789") != std::string::npos; }

void gather_team_names(const ExportedStudy& study, NewNames& names) {
  const auto add = [&](const std::string& name) {
    if (has_digit(name)) names.of_team.insert(name);
  };
  for (const ExportedPerson& person : study.people) add(person.id);
  for (const ExportedTranscript& one : study.transcripts) {
    for (const ExportedTurn& turn : one.turns) {
      add(turn.turn.speaker);
      for (const ExportedMark& mark : turn.marks) add(mark.entity);
    }
  }
}

}  // namespace

NewNames draw_names(const Secret<32>& key, const ExportedStudy& study,
                    const std::vector<const ExportedTranscript*>& going, const WhoAgreed& who,
                    const std::string& prefix) {
  NewNames names;
  name_transcripts(key, study, going, names);
  name_speakers(key, going, who, prefix, names);
  number_things(key, going, who, names);
  gather_team_names(study, names);
  return names;
}

}  // namespace moniker::custodian
