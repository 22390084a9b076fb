#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "deposit/prepared_deposit.hpp"
#include "moniker/register.hpp"
#include "outputs/asker.hpp"

namespace moniker::custodian {

/// A deposit that somebody asks for, with what moniker.yaml says of it.
struct DepositRequest {
  std::filesystem::path folder{};  // where it goes: empty, or not there; not in the study
  bool dry_run = false;            // all but the files
  DepositSettings settings{};      // with access and marks as they were asked for
  DepositPolicy policy{};
  std::filesystem::path key{}, keep_key{};  // one that was kept, and where to keep this one; or empty
  SearchAgain search{};
  Register people{};                            // for their consent
  std::map<std::string, std::string> askers{};  // prefix of their IDs -> role
  Asker asker{};
  std::string language{"en-GB"};
};

/// A transcript that does not go, by the team's name for it, which stands on no line with one of the new names.
struct NotDeposited {
  std::string transcript{};
  TranscriptConsent consent{};
};

/// What came of it.
struct Deposit {
  PreparedDeposit prepared{};
  std::vector<NotDeposited> not_deposited{};
  std::size_t agreed = 0, speakers = 0;  // participants of the study who agreed, of those who speak
  std::vector<Unmet> unmet{};            // where any is, nothing is written
  bool written = false;
  std::size_t files = 0;  // of the bag
  std::filesystem::path folder{};
  std::string digest{};  // of the manifest; empty where nothing could be written
  /// Whether a person has to do something before this can be sent, or sent again.
  bool needs_a_person() const { return !unmet.empty() || !prepared.missing.empty() || prepared.transcripts.empty(); }
};

/// All but the files, of a study that is open. Plain data to plain data.
Deposit prepare_deposit(const ExportedStudy& study, const DepositRequest& request, const std::set<std::string>& agreed,
                        const Secret<32>& key);

/// Verifies the log, opens what it names, prepares, records who asked with the digest of the manifest, signs the log,
/// and only then writes. Throws Error as check_whole_folder, verified_files and open_exported_study do; usage where the
/// folder lies in the study, or a new ID would look like one of the team's.
Deposit make_deposit(const StudyLayout& layout, const DepositRequest& request, const Clock& clock);

}  // namespace moniker::custodian
