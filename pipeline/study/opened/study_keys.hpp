#pragma once
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "config/config.hpp"
#include "keys/study_key.hpp"
#include "replace/operator_keys.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// What a study's server can do: derived from study.key, and for whom it seals. Nothing here opens what is sealed to a
/// recipient.
struct StudyKeys {
  Secret<32> registry, audit, decisions, roots;
  replace::OperatorKeys operators;
  seal::Identity work_identity;  // opens what lies in work/ and withdrawn/, sealed to the study itself
  seal::Recipient work_recipient;
  seal::Identity decisions_identity;  // opens decisions/
  std::vector<seal::Recipient> recipients, linkage_recipients;
};

/// Throws Error{usage}: no key or one that others may read, or nobody who could open what is sealed.
StudyKeys read_keys(const StudyConfig& config, const StudyKey& held);

/// What operators ask for: the same in a study and in a filter with its key.
replace::OperatorKeys operator_keys(const Secret<32>& study_key);

/// The name of a delivered file in the ledger, the work folder and the audit log: a keyed hash, since a file may
/// be named after a person. 32 hex digits.
std::string file_key(const Secret<32>& registry_key, const std::string& file);

/// How the log calls delivered bytes: a keyed digest of theirs, since whoever has the delivered files as well would
/// know by any other which of them is T03. `digest` is in hex.
std::string logged_input(const Secret<32>& audit_key, const std::string& digest);
/// Whether the log means these bytes; in those that an older moniker wrote the digest stands itself.
bool is_logged_input(const std::string& logged, const Secret<32>& audit_key, const std::string& digest);

}  // namespace moniker::study
