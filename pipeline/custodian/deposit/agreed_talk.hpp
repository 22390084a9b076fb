#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// Who may be heard in a deposit. Everybody else may not.
struct WhoAgreed {
  std::set<std::string> ids{};                  // who agreed to archiving, by the IDs of the study
  std::map<std::string, std::string> askers{};  // roles of the team that asks: prefix of their IDs -> the role's name
  std::string participant_prefix = "ID";
};

enum class Voice : std::uint8_t { agreed, asker, left_out };
/// Of whoever speaks a turn. Who is not named, or named by what is no ID of the study, did not agree.
Voice voice_of(const std::string& speaker, const WhoAgreed& who);

/// The role of somebody who asks: INT2 -> Interviewer.
std::string role_of_asker(const std::string& speaker, const WhoAgreed& who);

/// "Co-facilitator" -> CO_FACILITATOR: as a speaker without an ID is labelled.
std::string role_label_of(const std::string& role);

/// Why a transcript does not go.
enum class WhyNot : std::uint8_t { goes, nobody_agreed, somebody_did_not };
struct TranscriptConsent {
  WhyNot why = WhyNot::goes;
  std::size_t agreed = 0;             // people heard in it
  std::size_t turns = 0, others = 0;  // of talk; of them of people who did not agree
};
/// `turns`: that words of others are left out and the rest goes.
TranscriptConsent consent_of(const ExportedTranscript& transcript, const WhoAgreed& who, bool turns);

}  // namespace moniker::custodian
