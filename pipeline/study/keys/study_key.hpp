#pragma once
#include <filesystem>
#include <functional>
#include <memory>

#include "base/passphrase.hpp"
#include "base/secret.hpp"

namespace moniker::study {

/// How whoever starts a command comes by study.key.
struct KeyAccess {
  std::filesystem::path instead{};  // of the one that the study names: what systemd hands in; empty: nothing
  /// Asked where the key lies under a passphrase. Empty: nobody is there who knows one.
  std::function<Passphrase(const std::filesystem::path& key)> passphrase{};
};

/// study.key as a command has it: read when it is first wanted, and once, since a passphrase costs a second and
/// whoever types it should do so once. Copies share what was read. One thread at a time.
class StudyKey {
 public:
  StudyKey() : StudyKey(KeyAccess{}) {}
  explicit StudyKey(KeyAccess access);
  /// `named` is where the study says that it lies.
  bool is_there(const std::filesystem::path& named) const;
  /// Throws Error{usage}: no key, none that can be read, one that others may read, or no passphrase for it.
  const Secret<32>& of(const std::filesystem::path& named) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace moniker::study
