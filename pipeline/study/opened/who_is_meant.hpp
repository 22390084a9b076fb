#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "config/config.hpp"
#include "keys/study_key.hpp"
#include "moniker/utterance.hpp"
#include "resolve/entities.hpp"
#include "words/language.hpp"

namespace moniker::study {

/// Whom the last run of a study took people for, and why, as a person asks who looks at one place.
class WhoIsMeant {
 public:
  /// Nothing where nobody has been assigned yet, or study.key is not here. Throws Error as reading it does.
  static std::optional<WhoIsMeant> of(const StudyConfig& config, const StudyKey& key);

  /// "ID04: it is a short form of their name". Empty for what is no person, or was in no run.
  std::string name(const std::filesystem::path& place, const Utterance& turn, ByteRange bytes, const Label& label,
                   const words::Language& language) const;
  /// The same of who speaks under a label.
  std::string speaker(const std::filesystem::path& place, const std::string& label) const;

 private:
  WhoIsMeant(std::filesystem::path incoming, resolve::Assignment assignment)
      : incoming_(std::move(incoming)), assignment_(std::move(assignment)) {}
  std::string file(const std::filesystem::path& place) const;
  std::string told(const std::string& file, const Entity& entity, const resolve::Ground* ground) const;

  std::filesystem::path incoming_;
  resolve::Assignment assignment_;
};

}  // namespace moniker::study
