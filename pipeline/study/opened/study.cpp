#include "opened/study.hpp"

#include "config/study_folder.hpp"
#include "config/trusted_files.hpp"
#include "keys/keys.hpp"

namespace moniker::study {
namespace {

StudyLayout ready_folders(const std::filesystem::path& folder) {
  StudyLayout layout{.root = folder};
  require_study_folder(folder);
  require_trusted_study(layout);  // before anything is made in it
  make_folders(layout);
  return layout;
}

/// Only where there is one is a key needed this early.
std::vector<WithdrawalRecord> withdrawals_of(const StudyLayout& layout, const StudyConfig& config,
                                             const StudyKey& key) {
  if (!std::filesystem::exists(layout.withdrawn())) return {};
  return read_withdrawals(layout,
                          seal::Identity::from_scalar(derive_key(key.of(config.study_key), KeyUse::work_identity)));
}

Digest digest_of_register(const Register& people) {
  Hasher hasher;
  for (const Participant& person : people.people) {
    hasher.take_field(person.number);
    hasher.take_field(person.name);
    hasher.take_field(person.role);
    for (const std::string& alias : person.aliases) hasher.take_field(alias);
    for (const Session& session : person.sessions) hasher.take_field(session.file), hasher.take_field(session.speaker);
    hasher.take_field("end");
  }
  return hasher.finish();
}

}  // namespace

Study read_study(const std::filesystem::path& folder, const StudyKey& key) {
  Study study{.layout = ready_folders(folder),
              .config = read_config(folder),
              .withdrawals = {},
              .people = {},
              .register_digest = {}};
  study.withdrawals = withdrawals_of(study.layout, study.config, key);
  study.people = honour_withdrawals(read_register(study.config), study.withdrawals);
  study.register_digest = digest_of_register(study.people);
  return study;
}

}  // namespace moniker::study
