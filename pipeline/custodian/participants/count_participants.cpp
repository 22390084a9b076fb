#include <algorithm>

#include "moniker/error.hpp"
#include "outputs/asker.hpp"
#include "participants/participants.hpp"

namespace moniker::custodian {

Participants count_participants(const StudyLayout& layout, const ParticipantsRequest& request, const Clock& clock) {
  const Asker& asker = request.asker;
  const OpenedOutputs opened = open_outputs(layout, asker);  // the log is verified before it is believed
  Participants participants =
      tabulate(opened.study, request.wish, request.wish.afresh ? std::vector<EarlierTables>() : earlier_tables(layout));
  log_signed(layout, asker, clock,
             audit::events::Consulted{.what = "participants",
                                      .by = asker.by,
                                      .reason = asker.reason,
                                      .written = request.files,
                                      .ids = request.wish.ids,
                                      .digest = digest_of(participants.printout),
                                      .tables = logged_wish(request.wish)});
  return participants;
}

}  // namespace moniker::custodian
