#include "outputs/log_signed.hpp"

#include "audit/sign.hpp"
#include "base/lock.hpp"
#include "seal/minisign.hpp"

namespace moniker::custodian {

void log_signed(const StudyLayout& layout, const std::filesystem::path& signing_key,
                const std::filesystem::path& witness, const Clock& clock, const audit::Event& event) {
  const Lock lock(layout.lock());
  const seal::SigningKey key = seal::SigningKey::read(signing_key);
  audit::AuditLog log(layout.audit_log(), clock);
  log.append(event);
  audit::sign_head(log, layout.audit_log(), key, witness);
}

}  // namespace moniker::custodian
