#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "deposit/agreed_talk.hpp"
#include "moniker/deposit_settings.hpp"
#include "moniker/finding.hpp"
#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// Words, or what stands in their place.
struct DepositPiece {
  std::string text{};
  std::string label{};      // empty: words as they were sealed
  std::string kind{};       // "place"
  std::string_view does{};  // label, number, year, ...
  bool anew = false;        // the study had left it; the deposit's stricter search found it
};
struct DepositTurn {
  std::string speaker{};
  bool left_out = false;  // of somebody who did not agree: no pieces
  std::vector<DepositPiece> pieces{};
};
struct DepositTranscript {
  std::string name{};  // interview-03
  bool group = false;
  std::vector<DepositTurn> turns{};              // turns of others that follow one another are one
  std::map<std::string, std::uint64_t> words{};  // by who agreed, by their new IDs
  std::size_t left_out = 0, unspoken = 0;        // turns of others; headings, notes and footnotes, which never go
};

/// Something that the stricter search finds in words as they were sealed.
struct FoundAnew {
  ByteRange bytes{};
  std::string label{}, subtype{};
};
/// Searches the turns of one transcript: who speaks, and what they say.
struct SealedTurn {
  std::string speaker{}, text{};
};
using SearchAgain = std::function<std::vector<std::vector<FoundAnew>>(const std::vector<SealedTurn>& turns)>;

/// What everybody and everything is called in a deposit.
struct NewNames {
  std::map<std::string, std::string> transcripts{};                     // T03 -> interview-02
  std::map<std::string, std::string> speakers{};                        // ID04 -> P07, INT1 -> INTERVIEWER-A
  std::map<std::string, std::map<std::string, std::size_t>> numbers{};  // by label: PERSON_3 -> 12
  std::set<std::string> of_team{};                                      // every name that the team uses
};
/// Of the transcripts that go alone, so that numbers have no gaps.
NewNames draw_names(const Secret<32>& key, const ExportedStudy& study,
                    const std::vector<const ExportedTranscript*>& going, const WhoAgreed& who,
                    const std::string& prefix);

struct TalkRules {
  const WhoAgreed& who;
  const NewNames& names;
  const DepositPolicy& policy;
  const SearchAgain& search;
};
DepositTranscript deposit_talk(const ExportedTranscript& transcript, bool group, const TalkRules& rules);

}  // namespace moniker::custodian
