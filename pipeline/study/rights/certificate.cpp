#include "rights/certificate.hpp"

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/sha256.hpp"
#include "rights/certificate_page.hpp"
#include "seal/minisign.hpp"
#include "steps/steps.hpp"

namespace moniker::study {
namespace {

void sign_text(const std::filesystem::path& file, const std::string& text, const seal::SigningKey& key) {
  publish(file.string() + ".minisig", key.sign(text, "moniker certificate, " + file.filename().string()));
}

}  // namespace

const char* const deletion_remark =
    "Deleting takes the names of files away. It does not overwrite what SSDs, snapshots and backups still hold: those "
    "are the "
    "business of whoever keeps them, as are copies elsewhere. Sealed files stay closed to all who lack the custodian's "
    "key.";

const char* const keyed_remark =
    "Digests of delivered files are keyed with study.key: whoever has such files does not know by them which of them "
    "is "
    "which transcript.";

void publish_certificate(const Study& study, audit::AuditLog& audit, const Certificate& certificate,
                         const std::optional<std::string>& by) {
  const seal::SigningKey key = seal::SigningKey::read(study.config.signing_key);
  make_private_folder(study.layout.certificates());
  const auto page_file = study.layout.certificate_page(certificate.name);
  const auto json_file = study.layout.certificate_json(certificate.name);
  const std::string page = as_markdown(certificate, study.config.title);
  const std::string json = as_json(certificate, study.config.title).dump(2) + "\n";
  sign_text(page_file, page, key);
  publish(page_file, page);
  sign_text(json_file, json, key);
  audit.append(audit::events::Certified{
      .certificate = certificate.name, .sha256 = sha256_of(json), .page_sha256 = sha256_of(page), .by = by});
  publish(json_file, json);
  sign_audit(study, audit);
}

}  // namespace moniker::study
