// A paper laid beside what people said shows their words, so that it is written down first, as a comparison of one
// transcript is: no log, no answer.
#include "quotes/checked_quotes.hpp"

#include <algorithm>

#include "audit/audit_log.hpp"
#include "audit/named_files.hpp"
#include "audit/reason.hpp"
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
  const seal::SigningKey key = seal::SigningKey::read(request.signing_key);
  audit::AuditLog audit(layout.audit_log(), clock);
  const std::string reason = request.reason.empty() ? "quotations of a manuscript" : request.reason;
  for (const ExportedTranscript& transcript : study.transcripts)
    audit.add(audit::events::Compared{
        .transcript = transcript.name, .by = request.by, .reason = reason, .page = request.page});
  audit.sync();
  audit::sign_head(audit, layout.audit_log(), key, request.witness);
}

}  // namespace

CheckedQuotes check_quotes(const StudyLayout& layout, const QuotesRequest& request, const ExaminedPaper& paper,
                           const PaperWords& words, const Clock& clock) {
  if (!request.reason.empty()) audit::check_reason(request.reason);
  require_marked(layout);
  const audit::NamedFiles named = audit::verified_files(layout, request.public_key, request.witness);
  OpenedForQuotes opened{.least = request.least};
  opened.study = open_exported_study(layout, {request.identities, named, request.transcript_prefix});
  opened.study.participant_prefix = request.participant_prefix;
  const auto linked = open_linked_people(layout, {request.identities, named, request.transcript_prefix});
  for (const LinkedPerson& one : linked) {
    if (!one.name.empty()) opened.names.people.push_back({.name = one.name, .aliases = {one.aliases}});
  }
  opened.consents = who_consents(linked, request.people);
  record_quotes(layout, request, opened.study, clock);
  return judge_quotes(opened, paper, words);
}

}  // namespace moniker::custodian
