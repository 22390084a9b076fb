#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/layout.hpp"
#include "config/config.hpp"
#include "moniker/learned.hpp"
#include "moniker/register.hpp"
#include "resolve/entities.hpp"
#include "resolve/registry.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// What stands in place of a withdrawn person's turns, and where others name them.
constexpr std::string_view tombstone_mark = "[WITHDRAWN]";

/// A delivered file in which somebody spoke who has withdrawn.
struct WithdrawnFile {
  std::string key{}, transcript{};  // as in the audit log; T03, empty where it had none yet
  std::string name{};
  std::string sha256{};  // of the delivered file; empty where it was gone
  bool own = false;      // theirs alone
};

/// That somebody has withdrawn: withdrawn/ID04.age, sealed to the study's own key. Written before anything is removed,
/// so that every run from then on honours it, whatever interrupts the withdrawal.
struct WithdrawalRecord {
  Participant person{};  // what detection needs to keep masking them; no attributes
  std::string begun{}, reason{}, by{};
  std::map<std::string, std::string> before{};  // files of the study, by path: SHA-256 when it began
  std::vector<WithdrawnFile> files{};
  LearnedNames learned{};  // from their interviews, of others, where others are heard to say them too
};

/// `log` is told the digest of the sealed record before it is in its place.
void write_withdrawal(const StudyLayout& layout, const WithdrawalRecord& record, const seal::Recipient& study,
                      const std::function<void(const Digest&)>& log = {});
/// By ID. Throws Error{integrity} when one is damaged or of another study.
std::vector<WithdrawalRecord> read_withdrawals(const StudyLayout& layout, const seal::Identity& study);

/// The register with everybody marked who has withdrawn; those whose row is gone stand at its end, so that their names
/// stay masked and their labels stay theirs.
Register honour_withdrawals(Register people, const std::vector<WithdrawalRecord>& records);

/// Throws Error{integrity} when the registry knows of a withdrawal whose record is missing: going on would let them
/// speak again. `released`: whose record had to go by a rule of retention; Error{usage} when one has a row again.
void require_records(resolve::Registry& registry, const Register& people, const StudyConfig& config,
                     const std::set<std::string>& released);

resolve::NumberingOptions numbering_of(const StudyConfig& config);
/// With what the study's IDs begin: ID, INT.
std::vector<std::string> id_prefixes(const StudyConfig& config);

}  // namespace moniker::study
