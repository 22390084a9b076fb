#include <algorithm>

#include "audit/named_files.hpp"
#include "audit/reason.hpp"
#include "moniker/error.hpp"
#include "outputs/log_signed.hpp"
#include "participants/participants.hpp"

namespace moniker::custodian {

Participants count_participants(const StudyLayout& layout, const ParticipantsRequest& request, const Clock& clock) {
  if (!request.reason.empty()) audit::check_reason(request.reason);
  require_marked(layout);
  const audit::NamedFiles named = audit::verified_files(layout, request.public_key, request.witness);
  ExportedStudy study = open_exported_study(layout, {request.identities, named, request.transcript_prefix});
  study.participant_prefix = request.participant_prefix;
  Participants participants = tabulate(study, request.wish);
  log_signed(layout, request.signing_key, request.witness, clock,
             audit::events::Consulted{.what = "participants",
                                      .by = request.by,
                                      .reason = request.reason,
                                      .written = request.files,
                                      .ids = request.wish.ids});
  return participants;
}

}  // namespace moniker::custodian
