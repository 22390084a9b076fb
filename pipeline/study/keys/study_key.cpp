#include "keys/study_key.hpp"

#include <optional>

#include "keys/keys.hpp"
#include "moniker/error.hpp"

namespace moniker::study {

namespace {

Passphrase passphrase_for(const KeyAccess& access, const std::filesystem::path& file) {
  if (access.passphrase) return access.passphrase(file);
  throw Error::usage("is under a passphrase, and nobody is there to give it",
                     "give --passphrase-file FILE, or let systemd hand it in as the credential study.passphrase",
                     {file.string()});
}

}  // namespace

struct StudyKey::State {
  KeyAccess access{};
  std::filesystem::path read_from{};
  std::optional<Secret<32>> key{};

  std::filesystem::path place(const std::filesystem::path& named) const {
    return access.instead.empty() ? named : access.instead;
  }
};

StudyKey::StudyKey(KeyAccess access) : state_(std::make_shared<State>(State{std::move(access), {}, {}})) {}

bool StudyKey::is_there(const std::filesystem::path& named) const {
  return std::filesystem::exists(state_->place(named));
}

const Secret<32>& StudyKey::of(const std::filesystem::path& named) const {
  const auto file = state_->place(named);
  if (!state_->key || state_->read_from != file) {
    state_->key =
        is_under_passphrase(file) ? read_study_key(file, passphrase_for(state_->access, file)) : read_study_key(file);
    state_->read_from = file;
  }
  return *state_->key;
}

}  // namespace moniker::study
