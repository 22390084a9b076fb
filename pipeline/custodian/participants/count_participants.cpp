#include <algorithm>

#include "moniker/error.hpp"
#include "outputs/asker.hpp"
#include "participants/participants.hpp"

namespace moniker::custodian {

Participants count_participants(const StudyLayout& layout, const ParticipantsRequest& request, const Clock& clock) {
  const Asker& asker = request.asker;
  Participants participants = tabulate(open_outputs(layout, asker).study, request.wish);
  log_signed(layout, asker, clock,
             audit::events::Consulted{.what = "participants",
                                      .by = asker.by,
                                      .reason = asker.reason,
                                      .written = request.files,
                                      .ids = request.wish.ids});
  return participants;
}

}  // namespace moniker::custodian
