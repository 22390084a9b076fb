#include "opened/study_keys.hpp"

#include "base/delivery_folder.hpp"
#include "base/keyed_hash.hpp"
#include "config/study_recipients.hpp"
#include "keys/keys.hpp"

namespace moniker::study {

StudyKeys read_keys(const StudyConfig& config, const StudyKey& held) {
  std::vector<seal::Recipient> recipients = study_recipients(config);
  std::vector<seal::Recipient> linkage =
      config.linkage_recipients.empty() ? recipients : parse_recipients(config.linkage_recipients);
  const Secret<32>& key = held.of(config.study_key);
  seal::Identity work = seal::Identity::from_scalar(derive_key(key, KeyUse::work_identity));
  const seal::Recipient work_recipient = work.recipient();
  return {.registry = derive_key(key, KeyUse::registry),
          .audit = derive_key(key, KeyUse::audit),
          .decisions = derive_key(key, KeyUse::decisions),
          .roots = derive_key(key, KeyUse::roots),
          .operators = operator_keys(key),
          .work_identity = std::move(work),
          .work_recipient = work_recipient,
          .decisions_identity = seal::Identity::from_scalar(derive_key(key, KeyUse::decisions_identity)),
          .recipients = std::move(recipients),
          .linkage_recipients = std::move(linkage)};
}

replace::OperatorKeys operator_keys(const Secret<32>& study_key) {
  return {.hash = derive_key(study_key, KeyUse::hash),
          .shift = derive_key(study_key, KeyUse::shift),
          .surrogates = derive_key(study_key, KeyUse::surrogates)};
}

std::string file_key(const Secret<32>& registry_key, const std::string& file) {
  if (is_put_away_name(file)) return file.substr(1);
  return hex(keyed_hash(registry_key, "file", file)).substr(0, 32);
}

std::string logged_input(const Secret<32>& audit_key, const std::string& digest) {
  return hex(keyed_hash(audit_key, "input", digest));
}

bool is_logged_input(const std::string& logged, const Secret<32>& audit_key, const std::string& digest) {
  return logged == digest || logged == logged_input(audit_key, digest);
}

}  // namespace moniker::study
