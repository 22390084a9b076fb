#include "outputs/asker.hpp"

#include "audit/audit_log.hpp"
#include "audit/reason.hpp"
#include "audit/sign.hpp"
#include "base/lock.hpp"
#include "seal/minisign.hpp"

namespace moniker::custodian {

OpenedOutputs open_outputs(const StudyLayout& layout, const Asker& asker) {
  if (!asker.reason.empty()) audit::check_reason(asker.reason);
  require_marked(layout);
  OpenedOutputs opened{.named = audit::verified_files(layout, asker.public_key, asker.witness), .study = {}};
  opened.study = open_exported_study(layout, {asker.identities, opened.named, asker.transcript_prefix, asker.progress});
  opened.study.participant_prefix = asker.participant_prefix;
  return opened;
}

void log_signed(const StudyLayout& layout, const Asker& asker, const Clock& clock, const audit::Event& event) {
  const Lock lock(layout.lock());
  const seal::SigningKey key = seal::SigningKey::read(asker.signing_key);
  audit::AuditLog log(layout.audit_log(), clock);
  log.append(event);
  audit::sign_head(log, layout.audit_log(), key, asker.witness);
}

}  // namespace moniker::custodian
