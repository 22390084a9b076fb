#include "deposit/agreed_talk.hpp"

namespace moniker::custodian {
std::string role_label_of(const std::string& role) {
  std::string label;
  for (const char c : role) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (letter)
      label += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    else if (!label.empty() && label.back() != '_')
      label += '_';
  }
  return label.empty() ? "TEAM" : label;
}

std::string role_of_asker(const std::string& speaker, const WhoAgreed& who) {
  for (const auto& [prefix, role] : who.askers) {
    if (is_numbered_id(speaker, prefix) || speaker == role_label_of(role)) return role;
  }
  return {};
}

Voice voice_of(const std::string& speaker, const WhoAgreed& who) {
  if (speaker.empty()) return Voice::left_out;
  if (who.ids.contains(speaker)) return Voice::agreed;
  return !is_numbered_id(speaker, who.participant_prefix) && !role_of_asker(speaker, who).empty() ? Voice::asker
                                                                                                  : Voice::left_out;
}

TranscriptConsent consent_of(const ExportedTranscript& transcript, const WhoAgreed& who, bool turns) {
  TranscriptConsent consent;
  std::set<std::string> heard;
  for (const ExportedTurn& one : transcript.turns) {
    if (one.turn.part != Part::talk) continue;
    const Voice voice = voice_of(one.turn.speaker, who);
    ++consent.turns;
    consent.others += voice == Voice::left_out;
    if (voice == Voice::agreed) heard.insert(one.turn.speaker);
  }
  consent.agreed = heard.size();
  if (heard.empty())
    consent.why = WhyNot::nobody_agreed;
  else if (consent.others > 0 && !turns)
    consent.why = WhyNot::somebody_did_not;
  return consent;
}

}  // namespace moniker::custodian
