#pragma once
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "audit/audit_log.hpp"
#include "base/keyed_hash.hpp"
#include "base/layout.hpp"
#include "base/lock.hpp"
#include "base/secret.hpp"
#include "config/config.hpp"
#include "opened/ledger.hpp"
#include "opened/options.hpp"
#include "opened/withdrawals.hpp"
#include "rules/rule_set.hpp"
#include "seal/age.hpp"
#include "words/nicknames.hpp"

namespace moniker::study {

/// A study with everything that a step needs, opened and checked before the first transcript is touched, and
/// locked against a second run for as long as it lives. A shard has a lock, a ledger and a log of its own, and never
/// opens those of the study (shard.hpp).
struct OpenedStudy {
  StudyLayout layout;
  RunOptions options;
  StudyConfig config;
  std::vector<WithdrawalRecord> withdrawals;
  Register people;  // with those marked who have withdrawn
  rules::RuleSet rules;
  words::Nicknames nicknames;
  std::vector<seal::Recipient> recipients, linkage_recipients;
  Secret<32> registry_key, audit_key;
  seal::Identity work_identity;  // seals what lies in work/ to the study itself
  seal::Recipient work_recipient;
  Lock lock;
  Ledger ledger;
  audit::AuditLog audit;
  Digest register_digest;             // of what detection sees of the register
  std::set<std::string> shard_files;  // keys of a shard's files; empty for the whole study

  OpenedStudy(const std::filesystem::path& folder, RunOptions options);
};

/// Throws Error{usage}: anything wrong with moniker.yaml, the register, the rules or the keys, or another run.
std::unique_ptr<OpenedStudy> open_study(const std::filesystem::path& folder, RunOptions options);

/// So much of the rule set's digest is logged with every transcript.
constexpr std::size_t rules_digits = 32;

/// The name of a delivered file in the ledger, the work folder and the audit log: a keyed hash, since a file may
/// be named after a person. 32 hex digits.
std::string file_key(const OpenedStudy& study, const std::string& file);

}  // namespace moniker::study
