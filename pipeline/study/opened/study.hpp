#pragma once
#include <filesystem>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/layout.hpp"
#include "config/config.hpp"
#include "keys/study_key.hpp"
#include "moniker/register.hpp"
#include "opened/withdrawals.hpp"

namespace moniker::study {

/// What a study says of itself, read and checked when it was opened, and never changed afterwards.
struct Study {
  StudyLayout layout;
  StudyConfig config;
  std::vector<WithdrawalRecord> withdrawals;
  Register people;         // with those marked who have withdrawn
  Digest register_digest;  // of what detection sees of the register
};

/// Makes the folders that are missing. Throws Error{usage}: no study, or anything wrong with moniker.yaml or the
/// register.
Study read_study(const std::filesystem::path& folder, const StudyKey& key = StudyKey());

}  // namespace moniker::study
