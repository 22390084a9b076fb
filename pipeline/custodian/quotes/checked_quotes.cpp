// A paper laid beside what people said shows their words, so that it is written down first, as a comparison of one
// transcript is: no log, no answer.
#include "quotes/checked_quotes.hpp"

#include <algorithm>

#include "audit/audit_log.hpp"
#include "audit/sign.hpp"
#include "base/lock.hpp"
#include "outputs/linked_people.hpp"

namespace moniker::custodian {
namespace {

/// Nothing where nobody's row says what they agreed to.
std::optional<std::set<std::string>> who_consents(const std::vector<LinkedPerson>& linked, const Register& people) {
  const bool said = std::any_of(people.people.begin(), people.people.end(),
                                [](const Participant& row) { return !row.consent_scope.empty(); });
  return said && !linked.empty() ? std::optional(who_agreed(linked, people, "quotation")) : std::nullopt;
}

/// Every transcript that is laid beside the manuscript, as a comparison of its own.
void record_quotes(const StudyLayout& layout, const QuotesRequest& request, const ExportedStudy& study,
                   const Clock& clock) {
  const Lock lock(layout.lock());
  const seal::SigningKey key = seal::SigningKey::read(request.asker.signing_key);
  audit::AuditLog audit(layout.audit_log(), clock);
  const std::string reason = request.asker.reason.empty() ? "quotations of a manuscript" : request.asker.reason;
  for (const ExportedTranscript& transcript : study.transcripts)
    audit.add(audit::events::Compared{
        .transcript = transcript.name, .by = request.asker.by, .reason = reason, .page = request.page});
  audit.sync();
  audit::sign_head(audit, layout.audit_log(), key, request.asker.witness);
}

}  // namespace

CheckedQuotes check_quotes(const StudyLayout& layout, const QuotesRequest& request, const ExaminedPaper& paper,
                           const PaperWords& words, const Clock& clock) {
  const Asker& asker = request.asker;
  auto [named, study] = open_outputs(layout, asker);
  OpenedForQuotes opened{.study = std::move(study), .least = request.least};
  const auto linked = open_linked_people(layout, {asker.identities, named, asker.transcript_prefix});
  for (const LinkedPerson& one : linked) {
    if (!one.name.empty()) opened.names.people.push_back({.name = one.name, .aliases = {one.aliases}});
  }
  opened.consents = who_consents(linked, request.people);
  record_quotes(layout, request, opened.study, clock);
  return judge_quotes(opened, paper, words);
}

}  // namespace moniker::custodian
